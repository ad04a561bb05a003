using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Sampling;

/// <summary>
/// Draws from softmax(logits / temperature), with or without top-k and top-p, by one random number: the first index at which the sum of probabilities
/// exceeds it. Sums are in double precision and in one order, so that the choice is the same on any machine and whatever is drawn beside it.
/// </summary>
/// <param name="options">How is drawn.</param>
internal sealed class TokenSampler(SamplingOptions options)
{
    // Sums of blocks find the place of the random number quickly.
    private const int Block = 1_024;

    private float[] _weights = [];
    private double[] _sums = [];
    private readonly Cut _cut = new();

    /// <summary>Applies guidance.</summary>
    /// <param name="logits">Those of the guided branch; changed to the result.</param>
    /// <param name="unguided">Those of the other.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Guide(Span<float> logits, ReadOnlySpan<float> unguided)
    {
        var scale = (float)options.Guidance;
        var guided = MemoryMarshal.Cast<float, Vector512<float>>(logits);
        var others = MemoryMarshal.Cast<float, Vector512<float>>(unguided);
        for (var index = 0; index < guided.Length; index++)
            guided[index] = Vector512.FusedMultiplyAdd(Vector512.Create(scale), guided[index] - others[index], others[index]);
        for (var index = guided.Length * Vector512<float>.Count; index < logits.Length; index++)
            logits[index] = MathF.FusedMultiplyAdd(scale, logits[index] - unguided[index], unguided[index]);
    }

    /// <summary>Draws.</summary>
    /// <param name="logits">One a choice.</param>
    /// <param name="uniform">The random number, from 0, included, to 1, excluded.</param>
    /// <exception cref="InvalidOperationException">The logits are not numbers.</exception>
    public Draw Draw(ReadOnlySpan<float> logits, double uniform)
    {
        var blocks = (logits.Length + Block - 1) / Block;
        if (_sums.Length < blocks)
            (_weights, _sums) = (new float[blocks * Block], new double[blocks]);
        var greatest = Max(logits);
        var isGreedy = options.Temperature == 0;
        var (total, mean) = Weigh(logits, greatest, isGreedy ? 1 : 1 / options.Temperature);
        if (!double.IsFinite(total) || !float.IsFinite(greatest))
            throw new InvalidOperationException("the model's logits are not numbers: its weights are damaged, or guidance is far too strong.");
        var entropy = Math.Max(0, Math.Log(total) - mean);
        if (isGreedy)
            return new(logits.IndexOf(greatest), entropy);
        var weights = _weights.AsSpan(0, logits.Length);
        if (options.TopK < logits.Length)
        {
            _cut.KeepCount(logits, weights, options.TopK.Value);
            total = Sum(blocks);
        }
        if (options.TopP < 1)
        {
            _cut.KeepMass(logits, weights, options.TopP * total);
            total = Sum(blocks);
        }
        return new(Find(uniform * total, blocks), entropy);
    }

    // The weights e^x of x = (logit − greatest) / temperature by blocks; their sum and the mean of x.
    [MethodImpl(Compile.AtOnce)]
    private (double Total, double Mean) Weigh(ReadOnlySpan<float> logits, float greatest, double scale)
    {
        var lanes = Vector512<float>.Count;
        var factor = Vector512.Create((float)scale);
        var shift = Vector512.Create(greatest);
        // What is far below has no weight, and minus infinity would have no product.
        var least = Vector512.Create(-1e4f);
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(logits);
        Span<float> rest = stackalloc float[lanes];
        rest.Fill(float.NegativeInfinity);
        logits[(vectors.Length * lanes)..].CopyTo(rest);
        var weights = MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan());
        var (total, moment) = (0.0, 0.0);
        var vectorsOfBlock = Block / lanes;
        var count = (logits.Length + lanes - 1) / lanes;
        for (var first = 0; first < count; first += vectorsOfBlock)
        {
            var (sum, products) = (Vector512<double>.Zero, Vector512<double>.Zero);
            var end = Math.Min(first + vectorsOfBlock, count);
            for (var index = first; index < end; index++)
            {
                var x = ((index < vectors.Length ? vectors[index] : Vector512.Create<float>(rest)) - shift) * factor;
                x = Vector512.ConditionalSelect(Vector512.LessThan(x, least), least, x);
                var weight = Exponential.Exp(x);
                weights[index] = weight;
                sum += Vector512.WidenLower(weight) + Vector512.WidenUpper(weight);
                var product = weight * x;
                products += Vector512.WidenLower(product) + Vector512.WidenUpper(product);
            }
            weights[end..(first + vectorsOfBlock)].Clear();
            _sums[first / vectorsOfBlock] = Sum(sum);
            total += _sums[first / vectorsOfBlock];
            moment += Sum(products);
        }
        return (total, moment / total);
    }

    // The sums of blocks once weights have been taken away.
    [MethodImpl(Compile.AtOnce)]
    private double Sum(int blocks)
    {
        var total = 0.0;
        for (var block = 0; block < blocks; block++)
        {
            var sum = Vector512<double>.Zero;
            foreach (var weight in MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan(block * Block, Block)))
                sum += Vector512.WidenLower(weight) + Vector512.WidenUpper(weight);
            _sums[block] = Sum(sum);
            total += _sums[block];
        }
        return total;
    }

    [MethodImpl(Compile.AtOnce)]
    private int Find(double target, int blocks)
    {
        var last = 0;
        for (var block = 0; block < blocks; block++)
        {
            if (target >= _sums[block])
            {
                target -= _sums[block];
                continue;
            }
            for (var index = block * Block; index < (block + 1) * Block; index++)
            {
                if (_weights[index] == 0)
                    continue;
                last = index;
                if (target < _weights[index])
                    return index;
                target -= _weights[index];
            }
            return last; // the sum of the block was rounded up
        }
        // The sum of all was rounded up.
        return _weights.AsSpan(0, blocks * Block).LastIndexOfAnyExcept(0f);
    }

    [MethodImpl(Compile.AtOnce)]
    private static float Max(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(values);
        var greatest = Vector512.Create(float.NegativeInfinity);
        foreach (var vector in vectors)
            greatest = Vector512.ConditionalSelect(Vector512.GreaterThan(vector, greatest), vector, greatest);
        var most = Exponential.Max(greatest);
        foreach (var value in values[(vectors.Length * Vector512<float>.Count)..])
            most = value > most ? value : most;
        return most;
    }

    private static double Sum(Vector512<double> x)
    {
        var four = x.GetLower() + x.GetUpper();
        return four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
    }
}
