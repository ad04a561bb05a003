namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.std(bool)"/>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <inheritdoc cref="Tensor.std(long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std(long, bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var(bool)"/>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <inheritdoc cref="Tensor.var(long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var(long, bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std_mean(bool)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    /// <inheritdoc cref="Tensor.std_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor std, Tensor mean) std_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std_mean(long[], bool, bool, ScalarType?)"/>
    public static (
        Tensor std, Tensor mean) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std_mean(long, bool, bool, ScalarType?)"/>
    public static (
        Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std_mean(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor std, Tensor mean) std_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std_mean(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor std, Tensor mean) std_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(bool)"/>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);

    /// <inheritdoc cref="Tensor.var_mean(ReadOnlySpan{long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor @var, Tensor mean) var_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(long[], bool, bool, ScalarType?)"/>
    public static (
        Tensor @var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(long, bool, bool, ScalarType?)"/>
    public static (
        Tensor @var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor @var, Tensor mean) var_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static (
        Tensor @var, Tensor mean) var_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);
}
