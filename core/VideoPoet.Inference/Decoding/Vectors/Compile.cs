using System.Runtime.CompilerServices;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>How methods become machine code.</summary>
internal static class Compile
{
    /// <summary>
    /// Optimised before the first call. What a step calls thousands of times is worth it at once: in the quick form that methods have at first, each
    /// operation on a vector is a call, and a short program ends before they get another one.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
