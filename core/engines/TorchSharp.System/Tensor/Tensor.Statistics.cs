using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The standard deviation of all elements, by default with Bessel's correction.</summary>
        public Tensor std(bool unbiased = true) => Ops.std.Invoke(this, unbiased);

        /// <summary>The standard deviation along dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_dim.Invoke(this, dimensions, unbiased, keepdim);

        /// <summary>The standard deviation along dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_dim.Invoke(this, dimensions, unbiased, keepdim);

        /// <summary>The standard deviation along a dimension; <paramref name="type"/> has no effect.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_dim.Invoke(this, dim, unbiased, keepdim);

        /// <summary>The standard deviation along two dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation along three dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The variance of all elements, by default with Bessel's correction.</summary>
        public Tensor var(bool unbiased = true) => Ops.var.Invoke(this, unbiased);

        /// <summary>The variance along dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_dim.Invoke(this, dimensions, unbiased, keepdim);

        /// <summary>The variance along dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_dim.Invoke(this, dimensions, unbiased, keepdim);

        /// <summary>The variance along a dimension; <paramref name="type"/> has no effect.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_dim.Invoke(this, dim, unbiased, keepdim);

        /// <summary>The variance along two dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance along three dimensions; <paramref name="type"/> has no effect.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation and the mean of all elements, by default with Bessel's correction.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Ops.std_mean.Pair(this, unbiased);

        /// <summary>The standard deviation and the mean along dimensions; <paramref name="type"/> has no effect.</summary>
        public (
            Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_mean_dim.Pair(this, dimensions, unbiased, keepdim);

        /// <summary>The standard deviation and the mean along dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_mean_dim.Pair(this, dimensions, unbiased, keepdim);

        /// <summary>The standard deviation and the mean along a dimension; <paramref name="type"/> has no effect.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.std_mean_dim.Pair(this, dim, unbiased, keepdim);

        /// <summary>The standard deviation and the mean along two dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation and the mean along three dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The variance and the mean of all elements, by default with Bessel's correction.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Ops.var_mean.Pair(this, unbiased);

        /// <summary>The variance and the mean along dimensions; <paramref name="type"/> has no effect.</summary>
        public (
            Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_mean_dim.Pair(this, dimensions, unbiased, keepdim);

        /// <summary>The variance and the mean along dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_mean_dim.Pair(this, dimensions, unbiased, keepdim);

        /// <summary>The variance and the mean along a dimension; <paramref name="type"/> has no effect.</summary>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Ops.var_mean_dim.Pair(this, dim, unbiased, keepdim);

        /// <summary>The variance and the mean along two dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance and the mean along three dimensions; <paramref name="type"/> has no effect.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
    }
}
