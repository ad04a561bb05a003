using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Keys by sixteens, whose scores are a vector.</summary>
internal static unsafe class KeyBlock
{
    /// <summary>The keys of a block.</summary>
    public const int Size = 16;

    /// <summary>The blocks of some keys, the last of which may be filled in part.</summary>
    public static int Of(int count) => (count + Size - 1) / Size;

    /// <summary>The width of a value with padding.</summary>
    public static int Padded(int width) => (width + 31) / 32 * 32;

    /// <summary>Stores the scores of a block, those of absent keys as −∞, and returns the greatest so far, lane by lane.</summary>
    /// <param name="score">The scores.</param>
    /// <param name="present">How many keys there are from the block's first on.</param>
    /// <param name="scores">Where they go.</param>
    /// <param name="most">The greatest before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Store(Vector512<float> score, int present, float* scores, Vector512<float> most)
    {
        if (present < Size)
        {
            var isKey = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(present)).AsSingle();
            score = Vector512.ConditionalSelect(isKey, score, Vector512.Create(float.NegativeInfinity));
        }
        Vector512.Store(score, scores);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(score, most), score, most);
    }

    /// <summary>Stores sixteen features of a result, those beyond its width left out.</summary>
    /// <param name="sum">The features.</param>
    /// <param name="feature">The first.</param>
    /// <param name="width">The width of the result.</param>
    /// <param name="output">The result.</param>
    public static void Put(Vector512<float> sum, int feature, int width, float* output)
    {
        if (feature + 16 <= width)
        {
            Vector512.Store(sum, output + feature);
            return;
        }
        for (var lane = 0; feature + lane < width; lane++)
            output[feature + lane] = sum.GetElement(lane);
    }
}
