using VideoPoet.Testing;

namespace VideoPoet.Tasks.Tests;

public sealed class MyTaskTests
{
    [Test]
    public void It_keeps_the_contract_in_every_format() => Assert.That(TaskConformance.Verify<MyTask>().UncheckedViews, Is.Empty);
}
