using VideoPoet.Benchmarks.Models;

namespace VideoPoet.Benchmarks;

public sealed class MixtureRunTests
{
    [Test]
    public void The_training_benchmark_knows_every_task_of_the_mini_mixture() =>
        Assert.That(MixtureRun.Plan().Stages[^1].Variants, Is.Not.Empty);
}
