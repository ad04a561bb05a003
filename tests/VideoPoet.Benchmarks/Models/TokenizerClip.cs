using System.Globalization;
using VideoPoet.Specs;

namespace VideoPoet.Benchmarks.Models;

/// <summary>A configuration of the video tokenizer and the clip that it is measured with.</summary>
/// <param name="Name">The name that keys and the peer know it by.</param>
/// <param name="Size">The height and width of the clip.</param>
/// <param name="Frames">Its frames, 1 + 4k.</param>
/// <param name="Sizes">The configuration.</param>
internal sealed record TokenizerClip(string Name, int Size, int Frames, VideoTokenizerSpec Sizes)
{
    /// <summary>The mini model's tokenizer, as its specification has it.</summary>
    public static TokenizerClip Mini() => new(
        "mini", Size: 64, Frames: 17, SpecReader.ReadModel(Path.Combine(AppContext.BaseDirectory, "Models", "mini.yaml")).VideoTokenizer);

    /// <summary>MAGVIT-v2 as in the paper, by causal rules; two latent frames, since more take minutes on a few cores.</summary>
    public static TokenizerClip Paper() => new(
        "paper",
        Size: 128,
        Frames: 5,
        new VideoTokenizerSpec { Channels = 128, Multipliers = [1, 2, 2, 4], ResidualBlocks = 4, Bits = 18, Parameters = 370_547_349 });

    /// <summary>What tells the peer the sizes.</summary>
    public KeyValuePair<string, string> Setting => new(
        $"TOKENIZER_{Name.ToUpperInvariant()}",
        string.Join(',', ((int[])[Size, Frames, Sizes.Patch, Sizes.Channels, .. Sizes.Multipliers, Sizes.ResidualBlocks, Sizes.Bits])
            .Select(number => number.ToString(CultureInfo.InvariantCulture))));
}
