using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>What a request supplies, in the size and the length that its views take.</summary>
internal sealed record ConditionMedia
{
    /// <summary>The first frame.</summary>
    public PixelFrames? FirstFrame { get; init; }

    /// <summary>The video.</summary>
    public PixelFrames? Video { get; init; }

    /// <summary>The sound.</summary>
    public Waveform? Sound { get; init; }

    /// <summary>The mask.</summary>
    public PixelFrames? Mask { get; init; }

    /// <summary>The clip that a view is taken of.</summary>
    /// <param name="view">The view.</param>
    /// <param name="prompt">The prompt.</param>
    public Clip ClipFor(ClipView view, string? prompt) => new()
    {
        Text = prompt,
        Frames = view.Role == MediaRole.FirstFrame ? FirstFrame : Video,
        Sound = Sound,
        Mask = Mask,
    };

    /// <summary>The SHA-256 of each medium, by its role.</summary>
    public SortedDictionary<string, string> Hashes()
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, frames) in new[] { (MediaRole.FirstFrame, FirstFrame), (MediaRole.Video, Video), (MediaRole.Mask, Mask) })
        {
            if (frames is not null)
                hashes[role.ToString()] = Convert.ToHexStringLower(SHA256.HashData(frames.Pixels.Span));
        }
        if (Sound is not null)
            hashes[nameof(MediaRole.Sound)] = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(Sound.Samples.Span)));
        return hashes;
    }
}
