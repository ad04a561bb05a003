using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>
/// The attention of one head to keys that lie sixteen by sixteen, two features after two, so that sixteen scores are computed at once: first those that
/// all samples share, then a sample's own. Heads have an even width, since rotary positions turn features by twos.
/// </summary>
/// <typeparam name="TElement">How keys and values are held.</typeparam>
/// <typeparam name="T">Their type in memory.</typeparam>
internal static unsafe class HeadAttention<TElement, T>
    where TElement : IElement<T>
    where T : unmanaged
{
    /// <summary>The keys of a block.</summary>
    public const int Block = 16;

    // Bytes: a single stream of reads needs more foresight than the processor has. Values follow keys, and the next head's keys follow them.
    private const int Ahead = 4_096;

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
            Two(feature, padded, width, shared, own, scores, scale, output);
        for (; feature < padded; feature += 32)
            One(feature, padded, width, shared, own, scores, scale, output);
    }

    /// <summary>Writes a key and a value to their place.</summary>
    /// <param name="run">The keys and values.</param>
    /// <param name="index">The place.</param>
    /// <param name="key">[width]</param>
    /// <param name="value">[width]</param>
    /// <param name="width">The width of a head.</param>
    public static void Put(in KeyRun<T> run, int index, float* key, float* value, int width)
    {
        var keys = run.Keys + (long)(index / Block) * Block * width;
        var values = run.Values + (long)index * Padded(width);
        for (var feature = 0; feature < width; feature++)
        {
            keys[feature / 2 * 2 * Block + TElement.Place(feature % 2 == 1, index % Block)] = TElement.Of(key[feature]);
            values[feature / 32 * 32 + TElement.Place(feature % 32 >= 16, feature % 16)] = TElement.Of(value[feature]);
        }
    }

    /// <summary>The blocks of some keys.</summary>
    public static int Blocks(int count) => (count + Block - 1) / Block;

    /// <summary>The width of a value with padding.</summary>
    public static int Padded(int width) => (width + 31) / 32 * 32;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Score(float* query, int width, in KeyRun<T> run, float* scores, Vector512<float> most)
    {
        var keys = run.Keys;
        var count = run.Count;
        for (var first = 0; first < count; first += Block)
        {
            Vector512<float> a = default, b = default, c = default, d = default;
            nint feature = 0;
            for (; feature + 4 <= width; feature += 4, keys += 4 * Block)
            {
                Lines.Fetch(keys, Ahead);
                Lines.Fetch(keys + 2 * Block, Ahead);
                var (first0, second0) = TElement.Load(keys);
                var (first1, second1) = TElement.Load(keys + 2 * Block);
                a = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature]), first0, a);
                b = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 1]), second0, b);
                c = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 2]), first1, c);
                d = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 3]), second1, d);
            }
            if (feature < width)
            {
                var (last0, last1) = TElement.Load(keys);
                a = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature]), last0, a);
                b = Vector512.FusedMultiplyAdd(Vector512.Create(query[feature + 1]), last1, b);
                keys += 2 * Block;
            }
            var score = a + b + (c + d);
            if (count - first < Block)
            {
                var isKey = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count - first)).AsSingle();
                score = Vector512.ConditionalSelect(isKey, score, Vector512.Create(float.NegativeInfinity));
            }
            Vector512.Store(score, scores + first);
            most = Vector512.ConditionalSelect(Vector512.GreaterThan(score, most), score, most);
        }
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(int feature, int padded, int width, in KeyRun<T> shared, in KeyRun<T> own, float* scores, float scale, float* output)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        for (var part = 0; part < 2; part++)
        {
            ref readonly var run = ref part == 0 ? ref shared : ref own;
            var weights = part == 0 ? scores : scores + Blocks(shared.Count) * Block;
            var values = run.Values + feature;
            var count = run.Count;
            for (nint index = 0; index < count; index++, values += padded)
            {
                Lines.Fetch(values, Ahead);
                Lines.Fetch(values + 32, Ahead);
                var weight = Vector512.Create(weights[index]);
                var (first0, second0) = TElement.Load(values);
                var (first1, second1) = TElement.Load(values + 32);
                a = Vector512.FusedMultiplyAdd(weight, first0, a);
                b = Vector512.FusedMultiplyAdd(weight, second0, b);
                c = Vector512.FusedMultiplyAdd(weight, first1, c);
                d = Vector512.FusedMultiplyAdd(weight, second1, d);
            }
        }
        Put(a, scale, feature, width, output);
        Put(b, scale, feature + 16, width, output);
        Put(c, scale, feature + 32, width, output);
        Put(d, scale, feature + 48, width, output);
    }

    private static void One(int feature, int padded, int width, in KeyRun<T> shared, in KeyRun<T> own, float* scores, float scale, float* output)
    {
        Vector512<float> a = default, b = default;
        for (var part = 0; part < 2; part++)
        {
            ref readonly var run = ref part == 0 ? ref shared : ref own;
            var weights = part == 0 ? scores : scores + Blocks(shared.Count) * Block;
            var values = run.Values + feature;
            for (var index = 0; index < run.Count; index++, values += padded)
            {
                var (first, second) = TElement.Load(values);
                a = Vector512.FusedMultiplyAdd(Vector512.Create(weights[index]), first, a);
                b = Vector512.FusedMultiplyAdd(Vector512.Create(weights[index]), second, b);
            }
        }
        Put(a, scale, feature, width, output);
        Put(b, scale, feature + 16, width, output);
    }

    private static void Put(Vector512<float> sum, float scale, int feature, int width, float* output)
    {
        sum *= Vector512.Create(scale);
        if (feature >= width)
            return;
        if (feature + 16 <= width)
        {
            Vector512.Store(sum, output + feature);
            return;
        }
        for (var lane = 0; feature + lane < width; lane++)
            output[feature + lane] = sum.GetElement(lane);
    }
}
