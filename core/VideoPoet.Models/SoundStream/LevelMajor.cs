using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>The order of audio codes in a sequence: all frames of level 0, then all of level 1, and so on (paper §3.1).</summary>
public static class LevelMajor
{
    /// <summary>Puts the codes of one sound in a row.</summary>
    /// <param name="codes">[levels, frames], on any device.</param>
    /// <returns>The code of level q and frame t at q · frames + t.</returns>
    /// <exception cref="ArgumentException">The tensor does not have two dimensions.</exception>
    public static int[] Flatten(Tensor codes)
    {
        if (codes.dim() != 2)
            throw new ArgumentException($"codes must be [levels, frames], found {codes.dim()} dimensions.", nameof(codes));
        using var scope = NewDisposeScope();
        return codes.to(ScalarType.Int32, CPU).contiguous().data<int>().ToArray();
    }

    /// <summary>Gives the codes of one sound their shape.</summary>
    /// <param name="codes">The codes as <see cref="Flatten"/> orders them.</param>
    /// <param name="shape">Their levels and frames.</param>
    /// <returns>[levels, frames] of type <see cref="ScalarType.Int64"/>.</returns>
    /// <exception cref="ArgumentException">There are not as many codes as the shape has.</exception>
    public static Tensor Restore(ReadOnlySpan<int> codes, AudioShape shape)
    {
        if (codes.Length != shape.Tokens)
            throw new ArgumentException($"{shape} codes are {shape.Tokens}, found {codes.Length}.", nameof(codes));
        using var flat = tensor(codes.ToArray(), ScalarType.Int64);
        return flat.reshape(shape.Levels, shape.Frames);
    }
}
