namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.rand_out(long[])"/>
    public static Tensor rand_out(Tensor input, params long[] sizes) => input.rand_out(sizes);

    /// <inheritdoc cref="Tensor.randint_out(long, long[])"/>
    public static Tensor randint_out(Tensor input, long high, long[] sizes) => input.randint_out(high, sizes);

    /// <inheritdoc cref="Tensor.randperm_out(long)"/>
    public static Tensor randperm_out(Tensor input, long n) => input.randperm_out(n);
}
