using System.Runtime.Intrinsics.X86;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>The attention of a head beside the same in double precision.</summary>
internal sealed unsafe class AttentionTests
{
    // After the memory of a run: nobody may write there.
    private const byte Guard = 0xA5;

    [Test]
    public void Attention_to_bytes_is_off_by_what_rounding_to_bytes_explains(
        [Values(2, 6, 32, 64, 80, 128)] int width, [Values(1, 15, 16, 17, 100)] int count)
    {
        var heads = new Head(width, count, 101 - count);
        var output = heads.Attend<Int8Attention<PortableDot>>();

        // Beside keys and values that are rounded likewise only the 15 bits of queries and the 16 of weights are left.
        var finest = heads.Query.Max(MathF.Abs) / (127 * 128) / 2 * heads.Keys.Max(key => key.Sum(MathF.Abs));
        var weights = heads.Keys.Length * heads.GreatestValue / (2 * ushort.MaxValue);
        AssertClose(output, heads.Expected(ToBytes), heads.Bound(finest + 1e-5, weights + 1e-5));
        // A number is rounded by half a step, of which there are 127 up to the greatest.
        var scores = heads.Query.Sum(MathF.Abs) * heads.Keys.Max(key => key.Max(MathF.Abs)) / 254;
        AssertClose(output, heads.Expected(vector => vector), heads.Bound(finest + scores + 1e-5, weights + heads.GreatestValue / 254 + 1e-5));
    }

    [Test]
    public void Attention_to_floating_point_numbers_is_that_of_double_precision(
        [Values(2, 6, 32, 64, 80, 128)] int width, [Values(1, 15, 16, 17, 100)] int count)
    {
        var heads = new Head(width, count, 101 - count);
        AssertClose(heads.Attend<FloatAttention<FloatElement, float>>(), heads.Expected(vector => vector), heads.Bound(1e-5, 1e-5));
        AssertClose(heads.Attend<FloatAttention<BriefElement, ushort>>(), heads.Expected(ToBrief), heads.Bound(1e-5, 1e-5));
    }

    [Test]
    public void Attention_to_bytes_is_the_same_with_any_instructions([Values(2, 6, 80)] int width, [Values(1, 17, 100)] int count)
    {
        var heads = new Head(width, count, 101 - count);
        var portable = heads.Attend<Int8Attention<PortableDot>>();
        if (Avx2.IsSupported)
            Assert.That(heads.Attend<Int8Attention<Avx2Dot>>(), Is.EqualTo(portable));
        if (AvxVnni.IsSupported)
            Assert.That(heads.Attend<Int8Attention<VnniDot>>(), Is.EqualTo(portable));
    }

    [Test]
    public void Keys_of_zeros_weigh_alike_and_values_of_zeros_add_nothing([Values(6, 64)] int width)
    {
        var heads = new Head(width, 20, 5);
        Array.ForEach(heads.Keys, Array.Clear);
        // Of 25 rounded values, each by half a step.
        AssertClose(heads.Attend<Int8Attention<PortableDot>>(), heads.Expected(vector => vector), heads.GreatestValue / 254 + 1e-3);
        Array.ForEach(heads.Values, Array.Clear);
        // So small that its scale has no inverse.
        heads.Values[3][0] = 1e-40f;
        Assert.That(heads.Attend<Int8Attention<PortableDot>>(), Is.All.Zero);
    }

    private static float[] ToBytes(float[] vector)
    {
        var scale = vector.Max(MathF.Abs) / 127.0;
        return scale == 0 ? vector : [.. vector.Select(number => (float)(Math.Round(number / scale) * scale))];
    }

    private static float[] ToBrief(float[] vector) => [.. vector.Select(number => BitConverter.Int32BitsToSingle(Brief.Round(number) << 16))];

    private static void AssertClose(float[] output, double[] expected, double bound)
    {
        var difference = output.Zip(expected, (ours, theirs) => Math.Abs(ours - theirs)).Max();
        TestContext.Out.WriteLine($"off by {difference:G3}, at most {bound:G3}");
        Assert.That(difference, Is.LessThanOrEqualTo(bound));
    }

    /// <summary>A query, keys and values, which differ in size; some of them are zeros.</summary>
    private sealed class Head
    {
        private readonly int _shared;

        public Head(int width, int shared, int own)
        {
            var random = new Random(width * 1_000 + shared);
            _shared = shared;
            Query = Vector(1 / Math.Sqrt(width));
            Keys = [.. Enumerable.Range(0, shared + own).Select(index => Vector(index % 7 == 3 ? 0 : 0.5 + index % 3))];
            Values = [.. Enumerable.Range(0, shared + own).Select(index => Vector(index % 7 == 5 ? 0 : 0.5 + index % 4))];

            float[] Vector(double size) => [.. Enumerable.Range(0, width).Select(_ => (float)(size * Normal()))];

            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        }

        public float[] Query { get; }

        public float[][] Keys { get; }

        public float[][] Values { get; }

        public double GreatestValue => Values.Max(value => value.Max(MathF.Abs));

        /// <summary>How far a result is off at most: weights change by factors, which matter as far as values differ from their mean.</summary>
        /// <param name="scores">If scores are off by this.</param>
        /// <param name="values">And values by this.</param>
        public double Bound(double scores, double values)
        {
            var weights = Weights(Keys);
            var spreads = Mean(weights, Values).Select(
                (mean, feature) => weights.Zip(Values, (weight, value) => weight * Math.Abs(value[feature] - mean)).Sum());
            return (Math.Exp(2 * scores) - 1) * spreads.Max() + values;
        }

        public double[] Expected(Func<float[], float[]> round) => Mean(Weights([.. Keys.Select(round)]), [.. Values.Select(round)]);

        private double[] Weights(float[][] keys)
        {
            double[] weights = [.. keys.Select(key => Math.Exp(key.Zip(Query, (a, b) => (double)a * b).Sum()))];
            return [.. weights.Select(weight => weight / weights.Sum())];
        }

        private double[] Mean(double[] weights, float[][] values) =>
            [.. Query.Select((_, feature) => weights.Zip(values, (weight, value) => weight * value[feature]).Sum())];

        public float[] Attend<TAttention>()
            where TAttention : IHeadAttention
        {
            var width = Query.Length;
            using var shared = new Run<TAttention>(_shared, width);
            using var own = new Run<TAttention>(Keys.Length - _shared, width);
            using var scratch = new AlignedMemory(sizeof(float) * (KeyBlock.Padded(width) + (Keys.Length + 2 * KeyBlock.Size)));
            for (var index = 0; index < Keys.Length; index++)
            {
                fixed (float* key = Keys[index], value = Values[index])
                    TAttention.Put(index < _shared ? shared.Keys : own.Keys, index < _shared ? index : index - _shared, key, value, width);
            }
            var query = (float*)scratch.Start;
            Query.CopyTo(new Span<float>(query, width));
            var output = new float[width];
            fixed (float* result = output)
                TAttention.Attend(query, width, shared.Keys, own.Keys, query + KeyBlock.Padded(width), result);
            shared.AssertGuard();
            own.AssertGuard();
            return output;
        }
    }

    /// <summary>Memory for keys and values of exactly the size they say they need, then a guard.</summary>
    private sealed class Run<TAttention> : IDisposable
        where TAttention : IHeadAttention
    {
        private readonly AlignedMemory _memory;
        private readonly long _bytes;

        public Run(int count, int width)
        {
            var (keys, values) = TAttention.Bytes(count, width);
            _bytes = AlignedMemory.Aligned(keys) + values;
            _memory = new(_bytes + 64);
            new Span<byte>(_memory.Start + _bytes, 64).Fill(Guard);
            Keys = new(_memory.Start, _memory.Start + AlignedMemory.Aligned(keys), count);
        }

        public KeyRun Keys { get; }

        public void AssertGuard() => Assert.That(new Span<byte>(_memory.Start + _bytes, 64).ToArray(), Is.All.EqualTo(Guard));

        public void Dispose() => _memory.Dispose();
    }
}
