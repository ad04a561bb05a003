using System.Buffers;
using System.Runtime.InteropServices;
using VideoPoet.Core;
using VideoPoet.Media;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>Sounds, decoded once to one channel at 16 kHz and kept on disk, from which training draws windows.</summary>
public sealed class SoundLibrary : IDisposable
{
    private const float Loudest = short.MaxValue;
    private const double DecibelsPerDecade = 20;

    // With fewer files a whole one is too much to hold out, and too little to measure by.
    private const int ManyFiles = 20;

    // A second: a shorter end of a file says little.
    private const int ShortestEnd = VideoFormat.SampleRateHz;

    private readonly SoundLibraryOptions _options;
    private readonly SoundSource[] _sources;
    private readonly WeightedChoice _choice;

    private SoundLibrary(SoundLibraryOptions options, SoundSource[] sources, IReadOnlyList<BadFile> bad)
    {
        (_options, _sources, BadFiles) = (options, sources, bad);
        _choice = new(sources.Select(source => (double)source.Training));
    }

    /// <summary>The sources that could not be read and were skipped.</summary>
    public IReadOnlyList<BadFile> BadFiles { get; }

    /// <summary>How many sources there are; files without sound are left out.</summary>
    public int Count => _sources.Length;

    /// <summary>How long all sources are together.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(_sources.Sum(source => source.Data.Facts.Samples) / (double)VideoFormat.SampleRateHz);

    /// <summary>Opens a library; what an earlier run decoded is taken from the cache.</summary>
    /// <param name="entries">The sounds, or videos with sound.</param>
    /// <param name="options">What becomes of them.</param>
    /// <param name="cacheFolder">Where the decoded samples are kept; it is created.</param>
    /// <param name="progress">Is told of each source.</param>
    /// <param name="cancellationToken">Cancels; what is decoded by then is kept.</param>
    /// <exception cref="DatasetException">More sources are bad than may be, or none has sound.</exception>
    /// <exception cref="MediaException">None can be read, since ffmpeg cannot be started or understood.</exception>
    public static async Task<SoundLibrary> OpenAsync(
        IReadOnlyList<DatasetEntry> entries, SoundLibraryOptions options, string cacheFolder, IProgress<LibraryProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        var cache = new SourceCache<SoundFacts>(cacheFolder, $"sound at {VideoFormat.SampleRateHz}", facts => facts.Samples * sizeof(short));
        cache.DeleteLeftovers();
        var (opened, bad) = await LibrarySources.OpenAsync(
            entries, (entry, cancellation) => OpenAsync(cache, entry, options, cancellation), options.BadFilesLimit, progress, cancellationToken)
            .ConfigureAwait(false);
        if (opened.Length == 0)
            throw new DatasetException("the dataset", ["has no sound; give sounds, or videos with sound.", .. bad.Select(file => file.ToString())]);
        return new(options, Divide(opened, options), bad);
    }

    /// <summary>
    /// Draws a batch: each item from a source chosen by its length, at a random place, softened and played faster or slower by chance; what a source
    /// is too short for is silent. It depends on nothing but the library's content and the arguments.
    /// </summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="step">The step.</param>
    /// <param name="batch">How many windows, at least 1.</param>
    /// <param name="samples">The samples of each, at least 1.</param>
    /// <returns>float32 [batch, 1, samples], from −1 to 1.</returns>
    public Tensor Draw(long seed, long step, int batch, int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var sounds = zeros([batch, 1, samples], ScalarType.Float32, CPU);
        for (var item = 0; item < batch; item++)
        {
            var random = new CounterRandom(seed, step, item);
            var source = _sources[_choice.Draw(random)];
            var speed = _options.SpeedRange > 1 ? Math.Pow(_options.SpeedRange, 2 * random.NextDouble() - 1) : 1;
            var recorded = new float[(int)Math.Min(PlaybackSpeed.Needed(samples, speed), source.Training)];
            var first = random.NextBelow(source.Training - recorded.Length + 1);
            var gain = Math.Pow(10, -_options.GainRangeDb * random.NextDouble() / DecibelsPerDecade);
            Read(source, first, (float)gain, recorded);
            PlaybackSpeed.Play(recorded, speed, MemoryMarshal.Cast<byte, float>(sounds.bytes).Slice(item * samples, samples));
        }
        return sounds;
    }

    /// <summary>Sounds that <see cref="Draw"/> never plays a sample of, not softened.</summary>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<SoundWindow> HeldOut(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return [.. _sources.Where(source => source.Training < source.Data.Facts.Samples).Take(limit).Select(WindowOf)];
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var source in _sources)
            source.Data.Dispose();
    }

    private static async Task<CachedSource<SoundFacts>?> OpenAsync(
        SourceCache<SoundFacts> cache, DatasetEntry entry, SoundLibraryOptions options, CancellationToken cancellationToken)
    {
        var source = await cache.OpenAsync(entry, (stream, cancellation) => DecodeAsync(entry, options, stream, cancellation), cancellationToken)
            .ConfigureAwait(false);
        if (source.Facts.Samples > 0)
            return source;
        source.Dispose();
        return null;
    }

    private static async Task<SoundFacts> DecodeAsync(
        DatasetEntry entry, SoundLibraryOptions options, Stream stream, CancellationToken cancellationToken)
    {
        var info = await EntryMedia.ProbeAsync(entry, options.Limits, cancellationToken).ConfigureAwait(false);
        if (info.Sound is null)
            return new(0, 0);
        var asked = new MediaReadOptions { Start = entry.Start, Duration = entry.Duration, Limits = options.Limits };
        using var sound = await EntryMedia.ReadSoundAsync(entry, asked, cancellationToken).ConfigureAwait(false);
        var samples = Array.ConvertAll(sound.Samples.ToArray(), sample => (short)MathF.Round(sample * Loudest));
        await stream.WriteAsync(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), cancellationToken).ConfigureAwait(false);
        return new(samples.Length, samples.Max(sample => Math.Abs(sample / Loudest)));
    }

    private static SoundSource[] Divide(CachedSource<SoundFacts>[] opened, SoundLibraryOptions options)
    {
        if (opened.Length >= ManyFiles)
        {
            var heldOut = LibrarySources.HeldOut(opened, source => source.Entry.Name, options.HeldOut);
            return [.. opened.Select(source => new SoundSource(source, heldOut.Contains(source) ? 0 : source.Facts.Samples))];
        }
        return [.. opened.Select(source =>
        {
            var end = (long)(source.Facts.Samples * options.HeldOut.Value);
            return new SoundSource(source, source.Facts.Samples - (end >= ShortestEnd ? end : 0));
        })];
    }

    private SoundWindow WindowOf(SoundSource source)
    {
        var samples = new float[source.Data.Facts.Samples - source.Training];
        Read(source, source.Training, gain: 1, samples);
        return new(source.Data.Entry.Name, new Waveform(samples));
    }

    private void Read(SoundSource source, long first, float gain, Span<float> samples)
    {
        var scale = gain / Loudest / (_options.PeakNormalize && source.Data.Facts.Peak > 0 ? source.Data.Facts.Peak : 1);
        var rented = ArrayPool<short>.Shared.Rent(samples.Length);
        var read = rented.AsSpan(0, samples.Length);
        source.Data.Read(first * sizeof(short), MemoryMarshal.AsBytes(read));
        for (var i = 0; i < samples.Length; i++)
            samples[i] = read[i] * scale;
        ArrayPool<short>.Shared.Return(rented);
    }
}
