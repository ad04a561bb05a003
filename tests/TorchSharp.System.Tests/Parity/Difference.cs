namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Measures how far a tensor is from what was expected.</summary>
internal static class Difference
{
    /// <summary>
    /// The largest |actual − expected| / max(1, |expected|) of two tensors of the same shape. Equal infinities and two NaN differ by 0; any other
    /// pair with a value that is not finite differs by infinity.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double Largest(Tensor actual, Tensor expected)
    {
        if (!actual.shape.SequenceEqual(expected.shape))
            throw new ArgumentException($"The shape is [{string.Join(", ", actual.shape)}] and should be [{string.Join(", ", expected.shape)}].");
        return Values(actual).Zip(Values(expected), Between).DefaultIfEmpty(0).Max();
    }

    private static double[] Values(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();

    private static double Between(double actual, double expected)
    {
        if (actual.Equals(expected))
            return 0;
        var difference = Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected));
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
