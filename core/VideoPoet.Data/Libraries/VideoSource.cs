namespace VideoPoet.Data;

/// <summary>What is known of a decoded video or image.</summary>
/// <param name="IsImage">Whether it is a still image, which has one frame at every rate, kept once.</param>
/// <param name="FramesPerSecond">The rate that the file has itself.</param>
/// <param name="Frames">How many frames there are at each rate, which lie one rate after another.</param>
internal sealed record VideoFacts(bool IsImage, double FramesPerSecond, IReadOnlyList<int> Frames);

/// <summary>A decoded video or image, divided into frames to train on and frames that are held out.</summary>
internal sealed class VideoSource
{
    private readonly double _end;
    private readonly IReadOnlyList<double> _rates;

    /// <param name="data">The frames.</param>
    /// <param name="options">The rates, and how much is held out.</param>
    /// <param name="isHeldOut">Whether all of it is.</param>
    public VideoSource(CachedSource<VideoFacts> data, VideoLibraryOptions options, bool isHeldOut)
    {
        (Data, _rates) = (data, options.FrameRates);
        var seconds = data.Facts.IsImage ? 1 : data.Facts.Frames.Zip(_rates, (frames, rate) => frames / rate).Max();
        _end = isHeldOut ? 0 : seconds;
        if (data.Facts.IsImage || options.HeldOut.Value == 0)
            return;
        _end = seconds * (1 - options.HeldOut.Value);
        if (!_rates.Where((_, rate) => HeldOut(rate).Length >= options.HeldOutFrames).Any())
            _end = double.PositiveInfinity;
    }

    /// <summary>The frames.</summary>
    public CachedSource<VideoFacts> Data { get; }

    /// <summary>Whether it is a still image.</summary>
    public bool IsImage => Data.Facts.IsImage;

    /// <summary>How many leading frames may be trained on.</summary>
    /// <param name="rate">The place of the rate.</param>
    // A frame shows what the file has up to half a frame later.
    public int Training(int rate) => IsImage
        ? _end > 0 ? 1 : 0
        : (int)Math.Clamp(Math.Floor(_end * _rates[rate] - 0.5) + 1, 0, Data.Facts.Frames[rate]);

    /// <summary>The frames that are held out.</summary>
    /// <param name="rate">The place of the rate.</param>
    public (int First, int Length) HeldOut(int rate)
    {
        if (IsImage)
            return (0, _end > 0 ? 0 : 1);
        // A slow file shows a frame for long: the first held-out frame must show a later one than training saw.
        var first = Math.Ceiling((_end + 1 / Data.Facts.FramesPerSecond) * _rates[rate] + 0.5);
        return first < Data.Facts.Frames[rate] ? ((int)first, Data.Facts.Frames[rate] - (int)first) : (Data.Facts.Frames[rate], 0);
    }

    /// <summary>Where the frames of a rate begin among all.</summary>
    /// <param name="rate">The place of the rate.</param>
    public long FirstFrame(int rate) => IsImage ? 0 : Data.Facts.Frames.Take(rate).Sum(frames => (long)frames);
}
