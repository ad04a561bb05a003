using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>
/// The windows that are drawn before any of them comes again: each once, or, where files are balanced, of each file as many as the file with most has.
/// </summary>
internal sealed class EpochWindows
{
    private readonly int[][] _shares;
    private readonly int _longest;

    /// <summary>Lists them.</summary>
    /// <param name="windows">The windows that are trained on.</param>
    /// <param name="balance">What is drawn equally often.</param>
    public EpochWindows(IReadOnlyList<WindowPlace> windows, DataBalance balance)
    {
        var shares = windows.GroupBy(window => balance == DataBalance.Files ? window.File : "");
        _shares = [.. shares.Select(share => share.Select(window => window.Number).ToArray())];
        _longest = _shares.Select(share => share.Length).DefaultIfEmpty().Max();
    }

    /// <summary>How many there are, those counted that come several times.</summary>
    public long Count => (long)_shares.Length * _longest;

    /// <summary>The number of a window in the dataset.</summary>
    /// <param name="index">From 0 to below <see cref="Count"/>.</param>
    public int At(long index)
    {
        var (turn, share) = Math.DivRem(index, _shares.Length);
        return _shares[share][turn % _shares[share].Length];
    }
}
