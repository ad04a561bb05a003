using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>
/// The attention of one head to keys that lie sixteen by sixteen, feature by feature, so that sixteen scores are computed at once: first those that
/// all samples share, then a sample's own.
/// </summary>
/// <typeparam name="TElement">How keys and values are held.</typeparam>
/// <typeparam name="T">Their type in memory.</typeparam>
internal static unsafe class HeadAttention<TElement, T>
    where TElement : IElement<T>
    where T : unmanaged
{
    /// <summary>The keys of a block.</summary>
    public const int Block = 16;

    /// <summary>Attends.</summary>
    /// <param name="query">[width], scaled.</param>
    /// <param name="width">The width of a head.</param>
    /// <param name="shared">The keys and values of all samples.</param>
    /// <param name="own">The sample's own.</param>
    /// <param name="scores">Memory for both counts, each rounded up to a multiple of 16.</param>
    /// <param name="output">[width]</param>
    public static void Attend(float* query, int width, in KeyRun<T> shared, in KeyRun<T> own, float* scores, float* output)
    {
        var ownScores = scores + Blocks(shared.Count) * Block;
        var most = Vector512.Create(float.NegativeInfinity);
        most = Score(query, width, shared, scores, most);
        most = Score(query, width, own, ownScores, most);
        var greatest = Vector512.Create(Exponential.Max(most));
        var sums = Vector512<float>.Zero;
        var count = (Blocks(shared.Count) + Blocks(own.Count)) * Block;
        for (var index = 0; index < count; index += Block)
        {
            var weight = Exponential.Exp(Vector512.Load(scores + index) - greatest);
            Vector512.Store(weight, scores + index);
            sums += weight;
        }
        var scale = 1 / Exponential.Sum(sums);
        var padded = Padded(width);
        var feature = 0;
        for (; feature + 64 <= padded; feature += 64)
            Four(feature, padded, width, shared, scores, own, ownScores, scale, output);
        for (; feature < padded; feature += 16)
            One(feature, padded, width, shared, scores, own, ownScores, scale, output);
    }

    /// <summary>Writes a key and a value to their place.</summary>
    /// <param name="run">The keys and values.</param>
    /// <param name="index">The place.</param>
    /// <param name="key">[width]</param>
    /// <param name="value">[width]</param>
    /// <param name="width">The width of a head.</param>
    public static void Put(in KeyRun<T> run, int index, float* key, float* value, int width)
    {
        var keys = run.Keys + (long)(index / Block) * Block * width + index % Block;
        var values = run.Values + (long)index * Padded(width);
        for (var feature = 0; feature < width; feature++)
        {
            keys[feature * Block] = TElement.Of(key[feature]);
            values[feature] = TElement.Of(value[feature]);
        }
    }

    /// <summary>The blocks of some keys.</summary>
    public static int Blocks(int count) => (count + Block - 1) / Block;

    /// <summary>The width of a value with padding.</summary>
    public static int Padded(int width) => (width + 15) / 16 * 16;

    private static Vector512<float> Score(float* query, int width, in KeyRun<T> run, float* scores, Vector512<float> most)
    {
        var keys = run.Keys;
        for (var first = 0; first < run.Count; first += Block, keys += Block * width)
        {
            Vector512<float> a = default, b = default, c = default, d = default;
            var feature = 0;
            for (; feature + 4 <= width; feature += 4)
            {
                a = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature]), TElement.Load(keys + feature * Block), a);
                b = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 1]), TElement.Load(keys + (feature + 1) * Block), b);
                c = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 2]), TElement.Load(keys + (feature + 2) * Block), c);
                d = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 3]), TElement.Load(keys + (feature + 3) * Block), d);
            }
            for (; feature < width; feature++)
                a = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature]), TElement.Load(keys + feature * Block), a);
            var score = a + b + (c + d);
            if (run.Count - first < Block)
            {
                var isKey = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(run.Count - first)).AsSingle();
                score = Vector512.ConditionalSelect(isKey, score, Vector512.Create(float.NegativeInfinity));
            }
            Vector512.Store(score, scores + first);
            most = Vector512.ConditionalSelect(Vector512.GreaterThan(score, most), score, most);
        }
        return most;
    }

    private static void Four(
        int feature, int padded, int width, in KeyRun<T> shared, float* scores, in KeyRun<T> own, float* ownScores, float scale, float* output)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        var values = shared.Values + feature;
        for (var index = 0; index < shared.Count; index++, values += padded)
        {
            var weight = Vector512.Create(scores[index]);
            a = Vector512.FusedMultiplyAdd(weight, TElement.Load(values), a);
            b = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 16), b);
            c = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 32), c);
            d = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 48), d);
        }
        values = own.Values + feature;
        for (var index = 0; index < own.Count; index++, values += padded)
        {
            var weight = Vector512.Create(ownScores[index]);
            a = Vector512.FusedMultiplyAdd(weight, TElement.Load(values), a);
            b = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 16), b);
            c = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 32), c);
            d = Vector512.FusedMultiplyAdd(weight, TElement.Load(values + 48), d);
        }
        Put(a, scale, feature, width, output);
        Put(b, scale, feature + 16, width, output);
        Put(c, scale, feature + 32, width, output);
        Put(d, scale, feature + 48, width, output);
    }

    private static void One(
        int feature, int padded, int width, in KeyRun<T> shared, float* scores, in KeyRun<T> own, float* ownScores, float scale, float* output)
    {
        Vector512<float> sum = default;
        for (var index = 0; index < shared.Count; index++)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(scores[index]), TElement.Load(shared.Values + (long)index * padded + feature), sum);
        for (var index = 0; index < own.Count; index++)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(ownScores[index]), TElement.Load(own.Values + (long)index * padded + feature), sum);
        Put(sum, scale, feature, width, output);
    }

    private static void Put(Vector512<float> sum, float scale, int feature, int width, float* output)
    {
        sum *= Vector512.Create(scale);
        if (feature + 16 <= width)
        {
            Vector512.Store(sum, output + feature);
            return;
        }
        for (var lane = 0; feature + lane < width; lane++)
            output[feature + lane] = sum.GetElement(lane);
    }
}
