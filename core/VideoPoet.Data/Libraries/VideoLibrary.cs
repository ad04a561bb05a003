using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Media;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>Videos and images, decoded once and kept on disk, from which training draws windows.</summary>
public sealed class VideoLibrary : IDisposable
{
    private const double HalfByte = byte.MaxValue / 2.0;

    // How many frames are decoded at once.
    private const int PartFrames = 32;

    private readonly VideoLibraryOptions _options;
    private readonly VideoSource[] _sources;
    private readonly ConcurrentDictionary<int, (int Rate, WeightedChoice Source)[]> _choices = [];

    private VideoLibrary(VideoLibraryOptions options, VideoSource[] sources, IReadOnlyList<BadFile> bad) =>
        (_options, _sources, BadFiles) = (options, sources, bad);

    /// <summary>The sources that could not be read and were skipped.</summary>
    public IReadOnlyList<BadFile> BadFiles { get; }

    /// <summary>How many sources there are; files without pictures are left out.</summary>
    public int Count => _sources.Length;

    /// <summary>Opens a library; what an earlier run decoded with the same options is taken from the cache.</summary>
    /// <param name="entries">The videos and images.</param>
    /// <param name="options">What becomes of them.</param>
    /// <param name="cacheFolder">Where the decoded frames are kept; it is created.</param>
    /// <param name="progress">Is told of each source.</param>
    /// <param name="cancellationToken">Cancels; what is decoded by then is kept.</param>
    /// <exception cref="DatasetException">More sources are bad than may be, or none has pictures.</exception>
    /// <exception cref="MediaException">None can be read, since ffmpeg cannot be started or understood.</exception>
    public static async Task<VideoLibrary> OpenAsync(
        IReadOnlyList<DatasetEntry> entries, VideoLibraryOptions options, string cacheFolder, IProgress<LibraryProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        var frameBytes = options.KeptSize.Pixels * PixelFrames.Channels;
        var cache = new SourceCache<VideoFacts>(
            cacheFolder,
            string.Create(CultureInfo.InvariantCulture, $"video {options.KeptSize} at {string.Join(' ', options.FrameRates)}"),
            facts => facts.Frames.Sum(frames => (long)frames) * frameBytes);
        cache.DeleteLeftovers();
        var (opened, bad) = await LibrarySources.OpenAsync(
            entries, (entry, cancellation) => OpenAsync(cache, entry, options, cancellation), options.BadFilesLimit, progress, cancellationToken)
            .ConfigureAwait(false);
        if (opened.Length == 0)
            throw new DatasetException("the dataset", ["has no pictures; give videos or images.", .. bad.Select(file => file.ToString())]);
        var whole = LibrarySources.HeldOut(
            [.. opened.Where(VideoSource.IsHeldOutWhole)], source => source.Entry.Name, options.HeldOut);
        return new(options, [.. opened.Select(source => new VideoSource(source, options, whole.Contains(source)))], bad);
    }

    /// <summary>
    /// Draws a batch: each item from a source chosen by its length (an image counts as a second), at a random place, mirrored by chance. It
    /// depends on nothing but the library's content and the arguments.
    /// </summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="step">The step.</param>
    /// <param name="batch">How many windows, at least 1.</param>
    /// <param name="frames">The frames of each, at least 1; images take part when it is 1.</param>
    /// <returns>float32 [batch, 3, frames, height, width], from −1 to 1.</returns>
    /// <exception cref="DatasetException">No source is long enough.</exception>
    public Tensor Draw(long seed, long step, int batch, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        var choices = _choices.GetOrAdd(frames, ChoicesOf);
        if (choices.Length == 0)
            throw new DatasetException("the dataset", $"no source has {frames} frames to train on; give longer videos, or a higher frame rate.");
        using var scope = NewDisposeScope();
        var pixels = empty([batch, frames, _options.Size.Height, _options.Size.Width, PixelFrames.Channels], ScalarType.Byte);
        var windowBytes = WindowBytes(frames);
        for (var item = 0; item < batch; item++)
        {
            var random = new CounterRandom(seed, step, item);
            var (rate, choice) = choices[random.NextBelow(choices.Length)];
            var source = _sources[choice.Draw(random)];
            var first = FirstOf(source, rate, frames, (int)random.NextBelow(PlacesIn(source, rate, frames)));
            var left = (int)random.NextBelow(_options.KeptSize.Width - _options.Size.Width + 1);
            var top = (int)random.NextBelow(_options.KeptSize.Height - _options.Size.Height + 1);
            var mirrored = random.NextBelow(2) == 1 && _options.Flip;
            Read(source, source.FirstFrame(rate) + first, frames, left, top, mirrored, pixels.bytes.Slice(item * windowBytes, windowBytes));
        }
        return pixels.permute(0, 4, 1, 2, 3).to_type(ScalarType.Float32).div(HalfByte).sub(1).contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Windows that <see cref="Draw"/> never shows a frame of, cropped in the middle: the first of every source, then the second, and so on.
    /// </summary>
    /// <param name="frames">The frames of each, at least 1.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The windows; none where too little is held out.</returns>
    public IReadOnlyList<VideoWindow> HeldOut(int frames, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var places =
            from source in _sources
            from rate in Enumerable.Range(0, _options.FrameRates.Count).Where(rate => source.HeldOut(rate).Any(run => run.Length >= frames)).Take(1)
            from place in source.HeldOut(rate)
                .SelectMany(run => Enumerable.Range(0, run.Length / frames).Select(number => run.First + number * frames))
                .Select((first, number) => (First: first, Number: number))
            orderby place.Number
            select (Source: source, Rate: rate, place.First);
        return [.. places.Take(limit).Select(place => WindowOf(place.Source, place.Rate, place.First, frames))];
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var source in _sources)
            source.Data.Dispose();
    }

    private static async Task<CachedSource<VideoFacts>?> OpenAsync(
        SourceCache<VideoFacts> cache, DatasetEntry entry, VideoLibraryOptions options, CancellationToken cancellationToken)
    {
        var source = await cache.OpenAsync(entry, (stream, cancellation) => DecodeAsync(entry, options, stream, cancellation), cancellationToken)
            .ConfigureAwait(false);
        if (source.Facts.Frames.Count > 0)
            return source;
        source.Dispose();
        return null;
    }

    private static async Task<VideoFacts> DecodeAsync(
        DatasetEntry entry, VideoLibraryOptions options, Stream stream, CancellationToken cancellationToken)
    {
        var info = await EntryMedia.ProbeAsync(entry, options.Limits, cancellationToken).ConfigureAwait(false);
        if (info.Video is null)
            return new(IsImage: false, 0, []);
        var asked = new MediaReadOptions { Start = entry.Start, Duration = entry.Duration, Size = options.KeptSize, Limits = options.Limits };
        if (info.IsImage)
        {
            using var image = await MediaReader.ReadImageAsync(entry.File, asked, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(image.Frames.Pixels, cancellationToken).ConfigureAwait(false);
            return new(IsImage: true, info.Video.FramesPerSecond, [1]);
        }
        var frames = new List<int>();
        foreach (var rate in options.FrameRates)
        {
            frames.Add(0);
            var parts = EntryMedia.ReadPartsAsync(entry, PartFrames, asked with { FramesPerSecond = rate }, cancellationToken);
            await foreach (var part in parts.ConfigureAwait(false))
            {
                using var _ = part;
                await stream.WriteAsync(part.Frames.Pixels, cancellationToken).ConfigureAwait(false);
                frames[^1] += part.Frames.Count;
            }
        }
        return new(IsImage: false, info.Video.FramesPerSecond, frames);
    }

    private (int Rate, WeightedChoice Source)[] ChoicesOf(int frames) =>
    [
        .. Enumerable.Range(0, _options.FrameRates.Count)
            .Select(rate => (rate, new WeightedChoice(_sources.Select(source => WeightOf(source, rate, frames)))))
            .Where(choice => !choice.Item2.IsEmpty),
    ];

    private double WeightOf(VideoSource source, int rate, int frames) =>
        PlacesIn(source, rate, frames) / (source.IsImage ? 1 : _options.FrameRates[rate]);

    private static int PlacesIn(VideoSource source, int rate, int frames) => source.Training(rate).Sum(run => run.Places(frames));

    // The frame at which the window of a number begins.
    private static int FirstOf(VideoSource source, int rate, int frames, int number)
    {
        foreach (var run in source.Training(rate))
        {
            if (number < run.Places(frames))
                return run.First + number;
            number -= run.Places(frames);
        }
        throw new ArgumentOutOfRangeException(nameof(number));
    }

    private int WindowBytes(int frames) => checked((int)(frames * _options.Size.Pixels * PixelFrames.Channels));

    private VideoWindow WindowOf(VideoSource source, int rate, int first, int frames)
    {
        var (kept, size) = (_options.KeptSize, _options.Size);
        var pixels = new byte[WindowBytes(frames)];
        Read(
            source, source.FirstFrame(rate) + first, frames, (kept.Width - size.Width) / 2, (kept.Height - size.Height) / 2, mirrored: false, pixels);
        var start = source.Data.Entry.Start + TimeSpan.FromSeconds(first / _options.FrameRates[rate]);
        return new(source.Data.Entry.Name, start, _options.FrameRates[rate], new PixelFrames(pixels, size.Height, size.Width));
    }

    private void Read(VideoSource source, long first, int frames, int left, int top, bool mirrored, Span<byte> pixels)
    {
        var (kept, size) = (_options.KeptSize, _options.Size);
        var keptRow = kept.Width * PixelFrames.Channels;
        var row = size.Width * PixelFrames.Channels;
        var length = checked(frames * kept.Height * keptRow);
        var whole = ArrayPool<byte>.Shared.Rent(length);
        source.Data.Read(first * kept.Height * keptRow, whole.AsSpan(0, length));
        for (var line = 0; line < frames * size.Height; line++)
        {
            var (frame, y) = Math.DivRem(line, size.Height);
            var from = whole.AsSpan((frame * kept.Height + top + y) * keptRow + left * PixelFrames.Channels, row);
            var to = pixels.Slice(line * row, row);
            from.CopyTo(to);
            if (mirrored)
                Mirror(to);
        }
        ArrayPool<byte>.Shared.Return(whole);
    }

    // Backwards the bytes are, and each pixel's colours with them.
    private static void Mirror(Span<byte> row)
    {
        row.Reverse();
        for (var pixel = 0; pixel < row.Length; pixel += PixelFrames.Channels)
            row.Slice(pixel, PixelFrames.Channels).Reverse();
    }
}
