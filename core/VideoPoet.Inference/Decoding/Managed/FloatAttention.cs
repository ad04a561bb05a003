using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Attention to floating-point keys and values. Keys lie by sixteens, two features after two: sixteen scores are computed at once.</summary>
/// <remarks>Keys: [blocks of 16, half the head width, 32]. Values: [keys, head width padded to a multiple of 32].</remarks>
/// <typeparam name="TElement">How keys and values are held.</typeparam>
/// <typeparam name="T">Their type in memory.</typeparam>
internal readonly unsafe struct FloatAttention<TElement, T> : IHeadAttention
    where TElement : IElement<T>
    where T : unmanaged
{
    // Bytes: a single stream of reads needs more foresight than the processor has. Values follow keys, and the next head's keys follow them.
    private const int Ahead = 4_096;

    public static (long Keys, long Values) Bytes(int count, int width) =>
        (sizeof(T) * (long)KeyBlock.Of(count) * KeyBlock.Size * width, sizeof(T) * (long)count * KeyBlock.Padded(width));

    [MethodImpl(Compile.AtOnce)]
    public static void Attend(float* query, int width, in KeyRun shared, in KeyRun own, float* scores, float* output)
    {
        var ownScores = scores + KeyBlock.Of(shared.Count) * KeyBlock.Size;
        var most = Vector512.Create(float.NegativeInfinity);
        most = Score(query, width, shared, scores, most);
        most = Score(query, width, own, ownScores, most);
        var greatest = Vector512.Create(Exponential.Max(most));
        var sums = Vector512<float>.Zero;
        var count = (KeyBlock.Of(shared.Count) + KeyBlock.Of(own.Count)) * KeyBlock.Size;
        for (var index = 0; index < count; index += KeyBlock.Size)
        {
            var weight = Exponential.Exp(Vector512.Load(scores + index) - greatest);
            Vector512.Store(weight, scores + index);
            sums += weight;
        }
        var scale = 1 / Exponential.Sum(sums);
        var padded = KeyBlock.Padded(width);
        var feature = 0;
        for (; feature + 64 <= padded; feature += 64)
            Two(feature, padded, width, shared, own, scores, scale, output);
        for (; feature < padded; feature += 32)
            One(feature, padded, width, shared, own, scores, scale, output);
    }

    [MethodImpl(Compile.AtOnce)]
    public static void Put(in KeyRun run, int index, float* key, float* value, int width)
    {
        var keys = (T*)run.Keys + (long)(index / KeyBlock.Size) * KeyBlock.Size * width;
        var values = (T*)run.Values + (long)index * KeyBlock.Padded(width);
        for (var feature = 0; feature < width; feature++)
        {
            keys[feature / 2 * 2 * KeyBlock.Size + TElement.Place(feature % 2 == 1, index % KeyBlock.Size)] = TElement.Of(key[feature]);
            values[feature / 32 * 32 + TElement.Place(feature % 32 >= 16, feature % 16)] = TElement.Of(value[feature]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static Vector512<float> Score(float* query, int width, in KeyRun run, float* scores, Vector512<float> most)
    {
        var keys = (T*)run.Keys;
        var count = run.Count;
        for (var first = 0; first < count; first += KeyBlock.Size)
        {
            Vector512<float> a = default, b = default, c = default, d = default;
            nint feature = 0;
            for (; feature + 4 <= width; feature += 4, keys += 4 * KeyBlock.Size)
            {
                Lines.Fetch(keys, Ahead);
                Lines.Fetch(keys + 2 * KeyBlock.Size, Ahead);
                var (first0, second0) = TElement.Load(keys);
                var (first1, second1) = TElement.Load(keys + 2 * KeyBlock.Size);
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
                keys += 2 * KeyBlock.Size;
            }
            most = KeyBlock.Store(a + b + (c + d), count - first, scores + first, most);
        }
        return most;
    }

    [MethodImpl(Compile.AtOnce)]
    private static void Two(int feature, int padded, int width, in KeyRun shared, in KeyRun own, float* scores, float scale, float* output)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        for (var part = 0; part < 2; part++)
        {
            ref readonly var run = ref part == 0 ? ref shared : ref own;
            var weights = part == 0 ? scores : scores + KeyBlock.Of(shared.Count) * KeyBlock.Size;
            var values = (T*)run.Values + feature;
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
        KeyBlock.Put(a * scale, feature, width, output);
        KeyBlock.Put(b * scale, feature + 16, width, output);
        KeyBlock.Put(c * scale, feature + 32, width, output);
        KeyBlock.Put(d * scale, feature + 48, width, output);
    }

    [MethodImpl(Compile.AtOnce)]
    private static void One(int feature, int padded, int width, in KeyRun shared, in KeyRun own, float* scores, float scale, float* output)
    {
        Vector512<float> a = default, b = default;
        for (var part = 0; part < 2; part++)
        {
            ref readonly var run = ref part == 0 ? ref shared : ref own;
            var weights = part == 0 ? scores : scores + KeyBlock.Of(shared.Count) * KeyBlock.Size;
            var values = (T*)run.Values + feature;
            for (var index = 0; index < run.Count; index++, values += padded)
            {
                var (first, second) = TElement.Load(values);
                a = Vector512.FusedMultiplyAdd(Vector512.Create(weights[index]), first, a);
                b = Vector512.FusedMultiplyAdd(Vector512.Create(weights[index]), second, b);
            }
        }
        KeyBlock.Put(a * scale, feature, width, output);
        KeyBlock.Put(b * scale, feature + 16, width, output);
    }
}
