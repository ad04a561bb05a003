using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements, optionally computed in another type.</summary>
        public Tensor sum(ScalarType? type = null) => Ops.sum.Invoke(this, type);

        /// <summary>The sum along dimensions; kept ones have size 1.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Ops.sum_dim_IntList.Invoke(this, dim, keepdim, type);

        /// <summary>The sum along dimensions; kept ones have size 1.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim_IntList.Invoke(this, dim, keepdim, type);

        /// <summary>The sum along one dimension; kept, it has size 1.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim_IntList.Invoke(this, dim, keepdim, type);

        /// <summary>The sum along two dimensions; kept ones have size 1.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1], keepdim, type);

        /// <summary>The sum along three dimensions; kept ones have size 1.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1, dim2], keepdim, type);

        /// <summary>The sum of all elements that are numbers.</summary>
        public Tensor nansum() => Ops.nansum.Invoke(this);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Ops.mean.Invoke(this);

        /// <summary>The mean along dimensions; kept ones have size 1.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Ops.mean_dim.Invoke(this, dimensions, keepdim, type);

        /// <summary>The mean, along a dimension or of everything, of the elements that are numbers.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Ops.nanmean.Invoke(this, (long?)dim, keepdim, dtype);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Ops.prod.Invoke(this, type);

        /// <summary>The product along a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.prod_dim_int.Invoke(this, dim, keepdim, type);

        /// <summary>Whether all elements are not zero.</summary>
        public Tensor all() => Ops.all.Invoke(this);

        /// <summary>Whether all elements along a dimension are not zero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Ops.all_dim.Invoke(this, dim, keepdim);

        /// <summary>Whether any element is not zero.</summary>
        public Tensor any() => Ops.any.Invoke(this);

        /// <summary>Whether any element along a dimension is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Ops.any_dim.Invoke(this, dim, keepdim);

        /// <summary>The largest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Ops.amax.Invoke(this, dims, keepdim) : Ops.amax_out.Into(@out, this, dims, keepdim);

        /// <summary>The largest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);

        /// <summary>The largest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        /// <summary>The smallest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Ops.amin.Invoke(this, dims, keepdim) : Ops.amin_out.Into(@out, this, dims, keepdim);

        /// <summary>The smallest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);

        /// <summary>The smallest elements along dimensions; equal ones share the gradient.</summary>
        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        /// <summary>The smallest and the largest elements, along a dimension or of everything.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Ops.aminmax.Pair(this, dim, keepdim);

        /// <summary>The largest element.</summary>
        public Tensor max() => Ops.max.Invoke(this);

        /// <summary>The larger of two elements.</summary>
        public Tensor max(Tensor other) => Ops.max_other.Invoke(this, other);

        /// <summary>The largest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Ops.max_dim.Pair(this, dim, keepdim);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Ops.min.Invoke(this);

        /// <summary>The smaller of two elements.</summary>
        public Tensor min(Tensor other) => Ops.min_other.Invoke(this, other);

        /// <summary>The smallest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Ops.min_dim.Pair(this, dim, keepdim);

        /// <summary>The index of the largest element of the flattened tensor.</summary>
        public Tensor argmax() => Ops.argmax.Invoke(this);

        /// <summary>The index of the largest element along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Ops.argmax.Invoke(this, dim, keepdim);

        /// <summary>The index of the smallest element of the flattened tensor.</summary>
        public Tensor argmin() => Ops.argmin.Invoke(this);

        /// <summary>The index of the smallest element along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Ops.argmin.Invoke(this, dim, keepdim);

        /// <summary>The median of all elements; of two in the middle, the lower.</summary>
        public Tensor median() => Ops.median.Invoke(this);

        /// <summary>The median of all elements that are numbers.</summary>
        public Tensor nanmedian() => Ops.nanmedian.Invoke(this);

        /// <summary>The most frequent elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Ops.mode.Pair(this, dim, keepdim);

        /// <summary>The q-quantiles along a dimension, interpolated linearly.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile.Invoke(this, q, dim, keepdim);

        /// <summary>The q-quantiles along a dimension of the elements that are numbers.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.nanquantile.Invoke(this, q, dim, keepdim);

        /// <summary>The number of elements that are not zero, along dimensions or of everything.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Ops.count_nonzero.Invoke(this) : Ops.count_nonzero_dim_IntList.Invoke(this, dims);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => Ops.norm_Scalar.Invoke(this, p);

        /// <summary>The p-norm along a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Ops.norm_ScalarOpt_dim.Invoke(this, (double)p, dim, keepdim);

        /// <summary>The p-norm of the difference of two tensors.</summary>
        public Tensor dist(Tensor other, float p = 2) => Ops.dist.Invoke(this, other, p);

        /// <summary>Scales each slice along a dimension down so that its p-norm is at most a limit.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Ops.renorm.Invoke(this, p, dim, maxnorm);

        /// <summary>The logarithm of the sum of exponentials along a dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.logsumexp.Invoke(this, dim, keepdim);

        /// <summary>The running sums along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.cumsum.Invoke(this, dim, type);

        /// <summary>The running products along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.cumprod.Invoke(this, dim, type);

        /// <summary>The running maxima along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => Ops.cummax.Pair(this, dim);

        /// <summary>The running minima along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => Ops.cummin.Pair(this, dim);

        /// <summary>The running logarithms of sums of exponentials along a dimension.</summary>
        public Tensor logcumsumexp(long dim) => Ops.logcumsumexp.Invoke(this, dim);

        /// <summary>The integral along a dimension by the trapezoidal rule.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Ops.trapezoid_dx.Invoke(this, dx, dim);

        /// <inheritdoc cref="trapezoid(double, long)"/>
        public Tensor trapezoid(Tensor x, long dim = -1) => Ops.trapezoid_x.Invoke(this, x, dim);

        /// <summary>The running integral along a dimension by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Ops.cumulative_trapezoid_dx.Invoke(this, dx, dim);

        /// <inheritdoc cref="cumulative_trapezoid(double, long)"/>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Ops.cumulative_trapezoid_x.Invoke(this, x, dim);
    }
}
