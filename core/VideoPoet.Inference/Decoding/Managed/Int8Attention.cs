using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>
/// Attention to keys and values of whole numbers from −127 to 127 with a scale each. Queries and the weights of values are rounded to 15 and
/// 16 bits, more than a hundred times finer, and held as two bytes, so that nothing is converted: sums are of products of bytes, and exact.
/// </summary>
/// <remarks>
/// Keys: blocks of 16, each [features padded to a multiple of 8 by fours, 16 keys, 4 features] around 128, then 16 scales of keys and 16 of values.
/// Values: [blocks of 16, 4 quarters, features padded to a multiple of 32, 4 keys].
/// </remarks>
/// <typeparam name="TDot">The instructions.</typeparam>
internal readonly unsafe struct Int8Attention<TDot> : IHeadAttention
    where TDot : IIntegerDot
{
    // Bytes: as far as the floating-point attention looks.
    private const int Ahead = 4_096;

    // Of a block: four features, and the scales.
    private const int QuadBytes = 4 * KeyBlock.Size, ScaleBytes = 2 * KeyBlock.Size * sizeof(float);

    // The greatest in two bytes: of a query, whose upper byte counts 128 and has a sign as the lower has, and of a weight.
    private const float MostQuery = 127 * 128, MostWeight = ushort.MaxValue;

    public static (long Keys, long Values) Bytes(int count, int width) =>
        (KeyBlock.Of(count) * BlockBytes(width), (long)KeyBlock.Of(count) * KeyBlock.Size * KeyBlock.Padded(width));

    [MethodImpl(Compile.AtOnce)]
    public static void Put(in KeyRun run, int index, float* key, float* value, int width)
    {
        var (block, place) = Math.DivRem(index, KeyBlock.Size);
        var (keyScale, keyInverse) = Scale(key, width);
        var (valueScale, valueInverse) = Scale(value, width);
        var scales = Scales(run, block, width);
        (scales[place], scales[KeyBlock.Size + place]) = (keyScale, valueScale);
        var keys = run.Keys + block * BlockBytes(width) + 4 * place;
        var values = (sbyte*)run.Values + (long)(index / 4) * 4 * KeyBlock.Padded(width) + index % 4;
        for (var feature = 0; feature < width; feature++)
        {
            keys[feature / 4 * QuadBytes + feature % 4] = (byte)(128 + (int)MathF.Round(key[feature] * keyInverse));
            values[4 * feature] = (sbyte)MathF.Round(value[feature] * valueInverse);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    public static void Attend(float* query, int width, in KeyRun shared, in KeyRun own, float* scores, float* output)
    {
        var sharedCount = KeyBlock.Of(shared.Count) * KeyBlock.Size;
        var count = sharedCount + KeyBlock.Of(own.Count) * KeyBlock.Size;
        var greatest = Vector512.Create(Exponential.Max(Score(query, width, shared, own, scores)));
        var (sums, most) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (var index = 0; index < count; index += KeyBlock.Size)
        {
            var weight = Exponential.Exp(Vector512.Load(scores + index) - greatest);
            sums += weight;
            weight *= Vector512.Load(KeyBlock.Size + (index < sharedCount
                ? Scales(shared, index / KeyBlock.Size, width)
                : Scales(own, (index - sharedCount) / KeyBlock.Size, width)));
            Vector512.Store(weight, scores + index);
            most = Vector512.ConditionalSelect(Vector512.GreaterThan(weight, most), weight, most);
        }
        var mostWeight = Exponential.Max(most);
        var inverse = Inverse(MostWeight, mostWeight);
        for (var index = 0; index < count; index += KeyBlock.Size)
        {
            // In place: sixteen upper bytes, then the lower ones.
            var weight = Rounding.Whole(Vector512.Load(scores + index), inverse);
            Rounding.Bytes(weight >>> 8).Store((byte*)(scores + index));
            Rounding.Bytes(weight).Store((byte*)(scores + index) + KeyBlock.Size);
        }
        var scale = mostWeight / MostWeight / Exponential.Sum(sums);
        for (var feature = 0; feature < width; feature += 32)
            Add(feature, width, shared, own, (byte*)scores, scale, output);
    }

    private static long BlockBytes(int width) => Quads(width) * QuadBytes + ScaleBytes;

    // Two by two.
    private static int Quads(int width) => (width + 7) / 8 * 2;

    private static float* Scales(in KeyRun run, int block, int width) => (float*)(run.Keys + (block + 1) * BlockBytes(width) - ScaleBytes);

    // What the whole numbers of a vector are multiplied by, and what makes them of it.
    private static (float Scale, float Inverse) Scale(float* x, int width)
    {
        var greatest = Rounding.Greatest(x, width);
        var inverse = Inverse(sbyte.MaxValue, greatest);
        return (inverse > 0 ? greatest / sbyte.MaxValue : 0, inverse);
    }

    // Of zeros, and of numbers so small that they may count as zeros, 0.
    private static float Inverse(float most, float greatest) => float.IsFinite(most / greatest) ? most / greatest : 0;

    // Scores of all keys, block by block; returns the greatest, lane by lane.
    [MethodImpl(Compile.AtOnce)]
    private static Vector512<float> Score(float* query, int width, in KeyRun shared, in KeyRun own, float* scores)
    {
        var padded = (width + 15) / 16 * 16;
        var upper = stackalloc byte[2 * padded];
        var lower = upper + padded;
        var greatest = Rounding.Greatest(query, width);
        var inverse = Inverse(MostQuery, greatest);
        var (upperSums, lowerSums) = (Vector512<int>.Zero, Vector512<int>.Zero);
        for (var feature = 0; feature < width; feature += 16)
        {
            var whole = Rounding.Whole(Vector512.Load(query + feature), inverse);
            // To nearest: the lower byte is from −64 to 63.
            var rounded = (whole + Vector512.Create(64)) >> 7;
            var rest = whole - (rounded << 7);
            Rounding.Bytes(rounded).Store(upper + feature);
            Rounding.Bytes(rest).Store(lower + feature);
            upperSums += rounded;
            lowerSums += rest;
        }
        // Bytes of keys are around 128.
        var shifts = (128 * Vector512.Sum(upperSums), 128 * Vector512.Sum(lowerSums));
        var most = Vector512.Create(float.NegativeInfinity);
        most = Score((int*)upper, (int*)lower, shifts, greatest / MostQuery, Quads(width), shared, scores, most);
        return Score(
            (int*)upper, (int*)lower, shifts, greatest / MostQuery, Quads(width), own, scores + KeyBlock.Of(shared.Count) * KeyBlock.Size, most);
    }

    [MethodImpl(Compile.AtOnce)]
    private static Vector512<float> Score(
        int* upper, int* lower, (int Upper, int Lower) shifts, float scale, nint quads, in KeyRun run, float* scores, Vector512<float> most)
    {
        var keys = run.Keys;
        var count = run.Count;
        for (var first = 0; first < count; first += KeyBlock.Size)
        {
            // Sums of their own for every other quad: a sum must wait for the one before.
            Vector256<int> upper0 = default, upper1 = default, upper2 = default, upper3 = default;
            Vector256<int> lower0 = default, lower1 = default, lower2 = default, lower3 = default;
            for (nint quad = 0; quad < quads; quad += 2, keys += 2 * QuadBytes)
            {
                Lines.Fetch(keys, Ahead);
                Lines.Fetch(keys + QuadBytes, Ahead);
                var (upperQuery, lowerQuery) = (Vector256.Create(upper[quad]).AsSByte(), Vector256.Create(lower[quad]).AsSByte());
                var (keys0, keys1) = (Vector256.Load(keys), Vector256.Load(keys + 32));
                upper0 = TDot.Add(upper0, keys0, upperQuery);
                lower0 = TDot.Add(lower0, keys0, lowerQuery);
                upper1 = TDot.Add(upper1, keys1, upperQuery);
                lower1 = TDot.Add(lower1, keys1, lowerQuery);
                (upperQuery, lowerQuery) = (Vector256.Create(upper[quad + 1]).AsSByte(), Vector256.Create(lower[quad + 1]).AsSByte());
                (keys0, keys1) = (Vector256.Load(keys + QuadBytes), Vector256.Load(keys + QuadBytes + 32));
                upper2 = TDot.Add(upper2, keys0, upperQuery);
                lower2 = TDot.Add(lower2, keys0, lowerQuery);
                upper3 = TDot.Add(upper3, keys1, upperQuery);
                lower3 = TDot.Add(lower3, keys1, lowerQuery);
            }
            Lines.Fetch((float*)keys, Ahead);
            var products = Single(
                128, upper0 + upper2, upper1 + upper3, shifts.Upper, lower0 + lower2, lower1 + lower3, shifts.Lower);
            most = KeyBlock.Store(products * (Vector512.Load((float*)keys) * Vector512.Create(scale)), count - first, scores + first, most);
            keys += ScaleBytes;
        }
        return most;
    }

    // 32 features of the result.
    [MethodImpl(Compile.AtOnce)]
    private static void Add(int feature, int width, in KeyRun shared, in KeyRun own, byte* weights, float scale, float* output)
    {
        Vector256<int> upper0 = default, upper1 = default, upper2 = default, upper3 = default;
        Vector256<int> lower0 = default, lower1 = default, lower2 = default, lower3 = default;
        var stride = 4 * KeyBlock.Padded(width);
        for (var part = 0; part < 2; part++)
        {
            ref readonly var run = ref part == 0 ? ref shared : ref own;
            var values = (sbyte*)run.Values + 4 * feature;
            for (var block = KeyBlock.Of(run.Count); block > 0; block--, weights += KeyBlock.Size * sizeof(float))
            {
                for (nint key = 0; key < KeyBlock.Size; key += 4, values += stride)
                {
                    Lines.Fetch(values, Ahead);
                    Lines.Fetch(values + Lines.Bytes, Ahead);
                    var upper = Vector256.Create(*(int*)(weights + key)).AsByte();
                    var lower = Vector256.Create(*(int*)(weights + key + KeyBlock.Size)).AsByte();
                    var value = Vector256.Load(values);
                    upper0 = TDot.Add(upper0, upper, value);
                    lower0 = TDot.Add(lower0, lower, value);
                    value = Vector256.Load(values + 32);
                    upper1 = TDot.Add(upper1, upper, value);
                    lower1 = TDot.Add(lower1, lower, value);
                    value = Vector256.Load(values + 64);
                    upper2 = TDot.Add(upper2, upper, value);
                    lower2 = TDot.Add(lower2, lower, value);
                    value = Vector256.Load(values + 96);
                    upper3 = TDot.Add(upper3, upper, value);
                    lower3 = TDot.Add(lower3, lower, value);
                }
            }
        }
        KeyBlock.Put(Single(256, upper0, upper1, 0, lower0, lower1, 0) * scale, feature, width, output);
        KeyBlock.Put(Single(256, upper2, upper3, 0, lower2, lower3, 0) * scale, feature + 16, width, output);
    }

    // What upper bytes gave counts as many times as much as what lower bytes gave.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Single(
        float times, Vector256<int> upper0, Vector256<int> upper1, int upperShift, Vector256<int> lower0, Vector256<int> lower1, int lowerShift)
    {
        var upper = Vector512.ConvertToSingle(Vector512.Create(upper0, upper1) - Vector512.Create(upperShift));
        var lower = Vector512.ConvertToSingle(Vector512.Create(lower0, lower1) - Vector512.Create(lowerShift));
        return Vector512.FusedMultiplyAdd(upper, Vector512.Create(times), lower);
    }
}
