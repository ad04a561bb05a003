using VideoPoet.Specs;

namespace VideoPoet.Data.Tests.Batches;

/// <summary>How often windows of long and of short files are drawn.</summary>
internal sealed class EpochWindowsTests
{
    private static readonly WindowPlace[] s_windows =
    [
        new(0, "long", TimeSpan.Zero), new(2, "short", TimeSpan.Zero), new(4, "long", TimeSpan.FromSeconds(1)), new(7, "long", TimeSpan.FromSeconds(2)),
        new(9, "two", TimeSpan.Zero), new(11, "two", TimeSpan.FromSeconds(1)),
    ];

    [Test]
    public void Every_window_comes_once() => Assert.That(Drawn(DataBalance.Windows), Is.EquivalentTo(new[] { 0, 2, 4, 7, 9, 11 }));

    [Test]
    public void Every_file_comes_as_often_as_the_longest_and_all_of_it() =>
        Assert.That(Drawn(DataBalance.Files), Is.EquivalentTo(new[] { 0, 4, 7, 2, 2, 2, 9, 11, 9 }));

    private static IEnumerable<int> Drawn(DataBalance balance)
    {
        var epoch = new EpochWindows(s_windows, balance);
        for (var index = 0L; index < epoch.Count; index++)
            yield return epoch.At(index);
    }
}
