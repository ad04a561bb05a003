using VideoPoet.Media;
using VideoPoet.Models.Magvit2;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Takes the pictures of a file to ids and back, measures them and writes them.</summary>
internal sealed class PicturePass : IDisposable
{
    // Windows of structural similarity do not fit into less.
    private const int SmallestSimilar = 11;

    private readonly VideoTokenizer tokenizer;
    private readonly FrameShape shape;
    private readonly PictureRoundTrip trip;
    private readonly Psnr psnr = new();
    private readonly Ssim? ssim;
    private readonly FrameSampler sampler = new();
    private long frames;

    public PicturePass(VideoTokenizer tokenizer, FrameSize size)
    {
        (this.tokenizer, shape) = (tokenizer, new(size));
        trip = new(tokenizer, shape);
        ssim = Math.Min(size.Width, size.Height) >= SmallestSimilar ? new() : null;
    }

    /// <summary>Takes a clip of any length.</summary>
    /// <param name="parts">The frames; each part is disposed.</param>
    /// <param name="write">Takes decoded frames.</param>
    /// <param name="report">Is told how many frames are done.</param>
    public async Task RunAsync(IAsyncEnumerable<VideoClip> parts, Func<FramePair, Task> write, Action<long> report)
    {
        await foreach (var part in parts)
        {
            using var _ = part;
            await TakeAsync(trip.Push(part.Frames), write);
            report(frames);
        }
        await TakeAsync(trip.Finish(), write);
        report(frames);
    }

    /// <summary>What was measured.</summary>
    /// <param name="framesPerSecond">The rate; null of an image.</param>
    public PictureListing Listing(double? framesPerSecond)
    {
        double bits = trip.Tokens * tokenizer.Sizes.Bits;
        return new(
            shape.Size.Width, shape.Size.Height, frames, framesPerSecond, trip.Tokens, bits, bits / (frames / framesPerSecond),
            double.IsFinite(psnr.Decibels) ? psnr.Decibels : null, ssim?.Mean);
    }

    /// <summary>Some frames above what became of them; none of an empty clip.</summary>
    public IEnumerable<SheetRow> Rows() =>
        sampler.Chosen() is { } chosen ? [new(chosen.Original, "original"), new(chosen.Decoded, "from tokens")] : [];

    public void Dispose() => trip.Dispose();

    private async Task TakeAsync(FramePair? pair, Func<FramePair, Task> write)
    {
        if (pair is null)
            return;
        psnr.Add(pair.Original, pair.Decoded);
        ssim?.Add(pair.Original, pair.Decoded);
        sampler.Add(pair);
        await write(pair);
        frames += pair.Original.Count;
    }
}
