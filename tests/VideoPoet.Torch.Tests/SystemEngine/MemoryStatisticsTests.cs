namespace VideoPoet.Torch.Tests.SystemEngine;

[NonParallelizable]
public sealed class MemoryStatisticsTests
{
    private const long Elements = 1 << 20;

    private static MemoryStatistics Now => TorchRuntime.Current.Memory(CPU)!;

    [Test]
    public void Allocated_follows_living_tensors_and_peak_the_most_at_a_time()
    {
        TorchRuntime.Current.ResetPeakMemory(CPU);
        var before = Now.Allocated;
        using (var first = empty(Elements))
        using (var second = empty(Elements))
            Assert.That(Now.Allocated - before, Is.EqualTo(2 * Elements * sizeof(float)));

        Assert.Multiple(() =>
        {
            Assert.That(Now.Allocated, Is.EqualTo(before));
            Assert.That(Now.Peak - before, Is.EqualTo(2 * Elements * sizeof(float)));
        });
    }

    [Test]
    public void A_large_block_is_used_again()
    {
        empty(Elements).Dispose();
        var cached = Now.Cached;

        using var again = empty(Elements);

        Assert.That(cached - Now.Cached, Is.EqualTo(Elements * sizeof(float)));
    }

    [Test]
    public void The_fast_BLAS_serves_matrix_products_when_it_is_installed()
    {
        if (!Directory.Exists("/usr/lib/x86_64-linux-gnu/openblas-openmp"))
            Assert.Ignore("OpenBLAS is not installed for this architecture.");
        Assert.That(TorchRuntime.Current.BlasLibrary, Does.Contain("openblas"));
    }
}
