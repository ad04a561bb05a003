namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.sum(ScalarType?)"/>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <inheritdoc cref="Tensor.sum(ReadOnlySpan{long}, bool, ScalarType?)"/>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.sum(long, bool, ScalarType?)"/>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.nansum()"/>
    public static Tensor nansum(Tensor input) => input.nansum();

    /// <inheritdoc cref="Tensor.mean()"/>
    public static Tensor mean(Tensor input) => input.mean();

    /// <inheritdoc cref="Tensor.mean(long[], bool, ScalarType?)"/>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <inheritdoc cref="Tensor.nanmean(int?, bool, ScalarType?)"/>
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => input.nanmean(dim, keepdim, dtype);

    /// <inheritdoc cref="Tensor.prod(ScalarType?)"/>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <inheritdoc cref="Tensor.prod(long, bool, ScalarType?)"/>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.all()"/>
    public static Tensor all(Tensor input) => input.all();

    /// <inheritdoc cref="Tensor.all(long, bool)"/>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <inheritdoc cref="Tensor.any()"/>
    public static Tensor any(Tensor input) => input.any();

    /// <inheritdoc cref="Tensor.any(long, bool)"/>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <inheritdoc cref="Tensor.amax(ReadOnlySpan{long}, bool, Tensor)"/>
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.amax(long[], bool, Tensor)"/>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.amax(long[])"/>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);

    /// <inheritdoc cref="Tensor.amin(ReadOnlySpan{long}, bool, Tensor)"/>
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.amin(long[], bool, Tensor)"/>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.aminmax(long?, bool)"/>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) => input.aminmax(dim, keepdim);

    /// <inheritdoc cref="Tensor.max()"/>
    public static Tensor max(Tensor input) => input.max();

    /// <inheritdoc cref="Tensor.max(Tensor)"/>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <inheritdoc cref="Tensor.max(long, bool)"/>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <inheritdoc cref="Tensor.min()"/>
    public static Tensor min(Tensor input) => input.min();

    /// <inheritdoc cref="Tensor.min(Tensor)"/>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <inheritdoc cref="Tensor.min(long, bool)"/>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <inheritdoc cref="Tensor.argmax()"/>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <inheritdoc cref="Tensor.argmax(long, bool)"/>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <inheritdoc cref="Tensor.argmin()"/>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <inheritdoc cref="Tensor.argmin(long, bool)"/>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <inheritdoc cref="Tensor.median()"/>
    public static Tensor median(Tensor input) => input.median();

    /// <inheritdoc cref="Tensor.nanmedian()"/>
    public static Tensor nanmedian(Tensor input) => input.nanmedian();

    /// <inheritdoc cref="Tensor.mode(long, bool)"/>
    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1, bool keepdim = false) => input.mode(dim, keepdim);

    /// <inheritdoc cref="Tensor.quantile(Tensor, long, bool)"/>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);

    /// <inheritdoc cref="Tensor.nanquantile(Tensor, long, bool)"/>
    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.nanquantile(q, dim, keepdim);

    /// <inheritdoc cref="Tensor.count_nonzero(long[])"/>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    /// <inheritdoc cref="Tensor.norm(float)"/>
    public static Tensor norm(Tensor input, float p = 2) => input.norm(p);

    /// <inheritdoc cref="Tensor.norm(int, bool, float)"/>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) => input.norm(dimension, keepdim, p);

    /// <summary>The Euclidean norm of all elements.</summary>
    public static Tensor norm(Tensor input) => input.norm();

    /// <inheritdoc cref="Tensor.dist(Tensor, float)"/>
    public static Tensor dist(Tensor input, Tensor other, float p = 2) => input.dist(other, p);

    /// <inheritdoc cref="Tensor.renorm(float, long, float)"/>
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);

    /// <inheritdoc cref="Tensor.logsumexp(long, bool)"/>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <inheritdoc cref="Tensor.cumsum(long, ScalarType?)"/>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <inheritdoc cref="Tensor.cumprod(long, ScalarType?)"/>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    /// <inheritdoc cref="Tensor.cummax(long)"/>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => input.cummax(dim);

    /// <inheritdoc cref="Tensor.cummin(long)"/>
    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => input.cummin(dim);

    /// <inheritdoc cref="Tensor.logcumsumexp(long)"/>
    public static Tensor logcumsumexp(Tensor input, long dim) => input.logcumsumexp(dim);

    /// <inheritdoc cref="Tensor.trapezoid(double, long)"/>
    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <inheritdoc cref="Tensor.trapezoid(Tensor, long)"/>
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    /// <inheritdoc cref="Tensor.cumulative_trapezoid(double, long)"/>
    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => y.cumulative_trapezoid(dx, dim);

    /// <inheritdoc cref="Tensor.cumulative_trapezoid(Tensor, long)"/>
    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => y.cumulative_trapezoid(x, dim);

    /// <summary>The integral along a dimension by the trapezoidal rule.</summary>
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <inheritdoc cref="trapz(Tensor, double, long)"/>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
}
