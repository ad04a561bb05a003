using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.SoundStream;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Takes the sound of a file to codes and back, measures it and writes it.</summary>
internal sealed class SoundPass(IAudioTokenizer tokenizer) : IDisposable
{
    private const int PicturedSamples = 10 * VideoFormat.SampleRateHz;

    private static readonly FrameSize SpectrogramSize = new(800, 128);

    private readonly SoundRoundTrip trip = new(tokenizer);
    private readonly MelDistance mel = new();
    private readonly SignalToDistortion ratio = new();
    private readonly List<float> originalBegin = [];
    private readonly List<float> decodedBegin = [];
    private long samples;

    /// <summary>Takes a sound of any length.</summary>
    /// <param name="parts">The sound; each part is disposed.</param>
    /// <param name="write">Takes decoded samples.</param>
    /// <param name="report">Is told how many seconds are done.</param>
    public async Task RunAsync(IAsyncEnumerable<AudioClip> parts, Func<ReadOnlyMemory<float>, Task> write, Action<double> report)
    {
        await foreach (var part in parts)
        {
            using var _ = part;
            await TakeAsync(trip.Push(part.Samples.Span), write);
            report(Seconds);
        }
        await TakeAsync(trip.Finish(), write);
        report(Seconds);
    }

    /// <summary>What was measured.</summary>
    public SoundListing Listing()
    {
        var bits = trip.Tokens * Math.Log2(tokenizer.Codes);
        return new(Seconds, trip.Tokens, bits, bits / Seconds, mel.Mean, double.IsFinite(ratio.Decibels) ? ratio.Decibels : null);
    }

    /// <summary>The frequencies of the beginning above what became of them.</summary>
    public async Task<IEnumerable<SheetRow>> RowsAsync(CancellationToken cancellationToken) =>
    [
        new(await DrawAsync(originalBegin, cancellationToken), "original sound, 0 to 8 kHz"),
        new(await DrawAsync(decodedBegin, cancellationToken), "from tokens"),
    ];

    public void Dispose() => trip.Dispose();

    private double Seconds => (double)samples / VideoFormat.SampleRateHz;

    private async Task TakeAsync(SoundPair? pair, Func<ReadOnlyMemory<float>, Task> write)
    {
        if (pair is null)
            return;
        mel.Add(pair.Original.Span, pair.Decoded.Span);
        ratio.Add(pair.Original.Span, pair.Decoded.Span);
        var pictured = Math.Min(pair.Original.Length, PicturedSamples - originalBegin.Count);
        originalBegin.AddRange(pair.Original.Span[..pictured]);
        decodedBegin.AddRange(pair.Decoded.Span[..pictured]);
        await write(pair.Decoded);
        samples += pair.Original.Length;
    }

    private static Task<PixelFrames> DrawAsync(List<float> begin, CancellationToken cancellationToken) =>
        SpectrogramPicture.DrawAsync(new AudioClip(begin.ToArray(), VideoFormat.SampleRateHz), SpectrogramSize, cancellationToken);
}
