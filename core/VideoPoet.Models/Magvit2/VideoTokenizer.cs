using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// The MAGVIT-v2 video tokenizer: pixels to ids and back, one id of 8 × 8 pixels of the first frame and then of every four frames. Parameters
/// bear the names of the published Open-MAGVIT2 weights.
/// </summary>
/// <remarks>
/// Pixels are [batch, 3, frames, height, width] from −1 to 1, of 1 + 4k frames and of heights and widths that are multiples of 8; an image is a
/// video of one frame. Ids are 64-bit numbers, [batch, latent frames, rows, columns].
/// </remarks>
public sealed class VideoTokenizer : nn.Module<Tensor, Reconstruction>
{
    // Enough to share what each pass costs, few enough for the caches.
    private const long MostLatentFramesAtOnce = 4;

    [ComponentName(Name = "encoder")]
    private readonly Encoder _encoder;

    [ComponentName(Name = "decoder")]
    private readonly Decoder _decoder;

    /// <summary>Makes a tokenizer with random parameters.</summary>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="device">Where the parameters are made; the default device when null.</param>
    /// <exception cref="ArgumentException">The sizes do not have four levels.</exception>
    public VideoTokenizer(VideoTokenizerSpec sizes, Device? device = null) : base(nameof(VideoTokenizer))
    {
        Sizes = sizes;
        Quantizer = new(sizes.Bits);
        var options = new LayerOptions(sizes.Rules, sizes.Padding, device);
        _encoder = new(sizes, options);
        _decoder = new(sizes, options);
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public VideoTokenizerSpec Sizes { get; }

    /// <summary>What makes codes of latents and ids of codes.</summary>
    public LookupFreeQuantizer Quantizer { get; }

    /// <summary>Encodes, quantises and decodes whole clips at once, with gradients: what training needs.</summary>
    /// <param name="input">Pixels.</param>
    /// <exception cref="ArgumentException">The shape is not that of pixels.</exception>
    public override Reconstruction forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var latents = _encoder.call(CheckClip(input), null);
        var pixels = _decoder.call(Quantizer.Quantize(latents), null);
        return new(pixels.MoveToOuterDisposeScope(), latents.MoveToOuterDisposeScope());
    }

    /// <summary>The ids of clips. With causal rules they are bit for bit those of <see cref="OpenEncoder"/>, however the clip is cut.</summary>
    /// <param name="pixels">Pixels.</param>
    /// <returns>Ids.</returns>
    /// <exception cref="ArgumentException">The shape is not that of pixels.</exception>
    public Tensor Encode(Tensor pixels)
    {
        CheckClip(pixels);
        if (Sizes.Rules == TemporalRules.Causal)
        {
            using var stream = OpenEncoder();
            return stream.Push(pixels);
        }
        return EncodePart(pixels, null);
    }

    /// <summary>The frames of ids. With causal rules they are bit for bit those of <see cref="OpenDecoder"/>, however the ids are cut.</summary>
    /// <param name="ids">Ids.</param>
    /// <returns>Pixels from −1 to 1.</returns>
    /// <exception cref="ArgumentException">The shape is not that of ids.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not one of this tokenizer.</exception>
    public Tensor Decode(Tensor ids)
    {
        if (Sizes.Rules == TemporalRules.Causal)
        {
            using var stream = OpenDecoder();
            return stream.Push(ids);
        }
        return DecodePart(ids, null);
    }

    /// <summary>Begins to encode one video, or one batch of equally large videos, of any length.</summary>
    /// <exception cref="InvalidOperationException">The rules are not causal.</exception>
    public EncoderStream OpenEncoder()
    {
        CheckCausal();
        return new(this);
    }

    /// <summary>Begins to decode one video, or one batch of equally large videos, of any length.</summary>
    /// <exception cref="InvalidOperationException">The rules are not causal.</exception>
    public DecoderStream OpenDecoder()
    {
        CheckCausal();
        return new(this);
    }

    /// <summary>
    /// The most latent frames that a stream computes at once: one, unless results cannot depend on how many there are.
    /// </summary>
    internal long LatentFramesAtOnce => TorchRuntime.Current.KeepsFramesApart(parameters().First()) ? MostLatentFramesAtOnce : 1;

    internal Tensor EncodePart(Tensor pixels, FrameMemory? memory)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return Quantizer.ToIds(_encoder.call(pixels, memory)).MoveToOuterDisposeScope();
    }

    internal Tensor DecodePart(Tensor ids, FrameMemory? memory)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var codes = Quantizer.FromIds(CheckIds(ids));
        return _decoder.call(codes, memory).clamp(-1, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Checks that pixels are frames of whole codes.</summary>
    internal static Tensor CheckFrames(Tensor pixels) =>
        pixels.shape is [_, PixelFrames.Channels, >= 1, var height, var width]
            && height >= 1 && width >= 1 && height % VideoFormat.PixelStride == 0 && width % VideoFormat.PixelStride == 0
            ? pixels
            : throw new ArgumentException(
                $"pixels must be [batch, {PixelFrames.Channels}, frames, height, width], height and width multiples of {VideoFormat.PixelStride}; "
                + $"found [{string.Join(", ", pixels.shape)}].",
                nameof(pixels));

    internal static Tensor CheckIds(Tensor ids) => ids.dtype == ScalarType.Int64 && ids.shape is [_, >= 1, _, _]
        ? ids
        : throw new ArgumentException(
            "ids must be 64-bit numbers, [batch, at least one latent frame, rows, columns]; "
            + $"found {ids.dtype}, [{string.Join(", ", ids.shape)}].",
            nameof(ids));

    private static Tensor CheckClip(Tensor pixels)
    {
        VideoFormat.CheckFrames((int)CheckFrames(pixels).shape[2]);
        return pixels;
    }

    private void CheckCausal()
    {
        if (Sizes.Rules != TemporalRules.Causal)
            throw new InvalidOperationException("only a tokenizer with causal rules works in parts: others need statistics of the whole clip.");
    }
}
