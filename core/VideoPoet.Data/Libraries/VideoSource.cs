namespace VideoPoet.Data;

/// <summary>
/// A decoded video or image, divided into frames to train on and frames that are held out: blocks in the middle of equal stretches, so that they
/// show what the whole shows.
/// </summary>
internal sealed class VideoSource
{
    // What the borders of a block cost at most, frames of the slowest rate.
    private const int BorderFrames = 3;

    private readonly IReadOnlyList<double> _rates;

    // Where training ends and begins again in turns, seconds.
    private readonly double[] _borders;
    private readonly bool _isHeldOut;

    /// <param name="data">The frames.</param>
    /// <param name="options">The rates, and how much is held out.</param>
    /// <param name="isHeldOut">Whether all of it is.</param>
    public VideoSource(CachedSource<VideoFacts> data, VideoLibraryOptions options, bool isHeldOut)
    {
        (Data, _rates, _isHeldOut, _borders) = (data, options.FrameRates, isHeldOut, []);
        if (IsHeldOutWhole(data) || options.HeldOut.Value == 0)
            return;
        var seconds = data.Facts.Frames.Zip(_rates, (frames, rate) => frames / rate).Max();
        var blocks = Math.Max(1, (int)(seconds * options.HeldOut.Value * _rates.Min() / (options.HeldOutFrames + BorderFrames)));
        _borders = [.. Enumerable.Range(0, blocks).SelectMany(block => Borders(block, seconds / blocks, options.HeldOut.Value))];
        // One that is too short to hold anything out serves training as a whole.
        if (!_rates.Where((_, rate) => HeldOut(rate).Any(run => run.Length >= options.HeldOutFrames)).Any())
            _borders = [];
    }

    /// <summary>The frames.</summary>
    public CachedSource<VideoFacts> Data { get; }

    /// <summary>Whether a source is held out as a whole or not at all: images, and clips of data sources, of which there are always more.</summary>
    /// <param name="data">The source.</param>
    public static bool IsHeldOutWhole(CachedSource<VideoFacts> data) => data.Facts.IsImage || data.Entry.Made is not null;

    /// <summary>Whether it is a still image.</summary>
    public bool IsImage => Data.Facts.IsImage;

    /// <summary>The frames that may be trained on.</summary>
    /// <param name="rate">The place of the rate.</param>
    public IEnumerable<FrameRun> Training(int rate) => _isHeldOut ? [] : Runs(rate).Where((_, number) => number % 2 == 0);

    /// <summary>The frames that are held out.</summary>
    /// <param name="rate">The place of the rate.</param>
    public IEnumerable<FrameRun> HeldOut(int rate) => _isHeldOut ? Runs(rate) : Runs(rate).Where((_, number) => number % 2 == 1);

    /// <summary>Where the frames of a rate begin among all.</summary>
    /// <param name="rate">The place of the rate.</param>
    public long FirstFrame(int rate) => IsImage ? 0 : Data.Facts.Frames.Take(rate).Sum(frames => (long)frames);

    private static double[] Borders(int block, double stretch, double share) =>
        [(block + (1 - share) / 2) * stretch, (block + (1 + share) / 2) * stretch];

    private IEnumerable<FrameRun> Runs(int rate)
    {
        var frames = IsImage ? 1 : Data.Facts.Frames[rate];
        for (var run = 0; run <= _borders.Length; run++)
        {
            // A frame shows what the file has up to half a frame later; a slow file shows a frame for long, and the first behind a border must show
            // a later one than the last before it.
            var first = run == 0 ? 0 : Math.Ceiling((_borders[run - 1] + 1 / Data.Facts.FramesPerSecond) * _rates[rate] + 0.5);
            var end = run == _borders.Length ? frames : Math.Floor(_borders[run] * _rates[rate] - 0.5) + 1;
            (first, end) = (Math.Min(first, frames), Math.Clamp(end, 0, frames));
            yield return new((int)first, (int)Math.Max(0, end - first));
        }
    }
}
