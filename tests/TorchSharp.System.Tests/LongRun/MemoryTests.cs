using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace VideoPoet.Engines.Tests.LongRun;

[NonParallelizable]
public sealed class MemoryTests
{
    private const int Steps = 20_000;

    [Test]
    public void Resident_memory_stays_flat_over_20_000_training_steps()
    {
        using var network = Sequential(Linear(16, 32), GELU(), LayerNorm(32), Linear(32, 4));
        using var optimiser = optim.AdamW(network.parameters());
        var tensors = 0L;
        var resident = new List<long>(Steps);

        for (var step = 0; step < Steps; step++)
        {
            TrainingStep(network, optimiser);
            resident.Add(ResidentPages());
            if (step == Steps / 4)
                tensors = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        }

        var second = resident[(Steps / 4)..(Steps / 2)].Average();
        var last = resident[(Steps * 3 / 4)..].Average();
        TestContext.Out.WriteLine($"second quarter {second * 4 / 1024:f1} MiB, last quarter {last * 4 / 1024:f1} MiB, {last / second - 1:p2}");
        Assert.Multiple(() =>
        {
            Assert.That(last, Is.LessThanOrEqualTo(second * 1.02));
            Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(tensors), "living tensors");
        });
    }

    [Test]
    public void A_step_that_forgets_to_dispose_is_caught_by_the_counter()
    {
        using var scope = NewDisposeScope();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (NewDisposeScope())
            _ = ones(3) + 1;
        var afterTidyStep = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Tensor forgotten;
        using (NewDisposeScope())
            forgotten = (ones(3) + 1).DetachFromDisposeScope();
        var afterForgetfulStep = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        forgotten.Dispose();

        Assert.That((afterTidyStep - before, afterForgetfulStep - before), Is.EqualTo((0, 1)));
    }

    private static void TrainingStep(Sequential network, AdamW optimiser)
    {
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        functional.mse_loss(network.call(randn(8, 16)), zeros(8, 4)).backward();
        optimiser.step();
    }

    private static long ResidentPages() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]);
}
