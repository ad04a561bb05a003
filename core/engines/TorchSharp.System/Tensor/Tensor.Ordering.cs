using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in order along a dimension, and where they were.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Ops.sort_stable.Pair(this, stable, dim, descending);

        /// <summary>The elements in ascending order along the first dimension.</summary>
        public Tensor msort() => Ops.msort.Invoke(this);

        /// <summary>The indices that put the elements in order along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Ops.argsort.Invoke(this, dim, descending);

        /// <summary>The k largest or smallest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Ops.topk.Pair(this, k, dim, largest, sorted);

        /// <summary>The k-th smallest elements along a dimension (by default the last), and where they are.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Ops.kthvalue.Pair(this, k, dim ?? -1, keepdim);

        /// <summary>Drops all but the first of equal neighbours.</summary>
        public (
            Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false,
            int? dim = null) =>
            OnlyAsked(Ops.unique_consecutive.Triple(this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        /// <summary>The index of the bucket between ascending boundaries that each element falls into.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Ops.bucketize_Tensor.Invoke(this, boundaries, outInt32, right);

        /// <summary>How often each integer from 0 occurs, or the sum of the weights there.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Ops.bincount.Invoke(this, weights, minlength);

        /// <summary>How many elements fall into equal bins between two limits; the extremes when both are 0.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.histc.Invoke(this, bins, min, max);

        /// <summary>The indices of the elements that are not zero: [count, dimensions].</summary>
        public Tensor nonzero() => Ops.nonzero.Invoke(this);

        /// <summary>The indices of the elements that are not zero: [count, dimensions].</summary>
        public Tensor argwhere() => Ops.argwhere.Invoke(this);

        /// <summary>The indices of the elements that are not zero: one column [count, 1] a dimension.</summary>
        public IList<Tensor> nonzero_as_list() => NonzeroColumns();

        /// <summary>The different elements, or slices of a dimension; where each element went; how often each occurs.</summary>
        public (
            Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false,
            bool return_counts = false, int? dim = null) =>
            OnlyAsked(Distinct(sorted, return_inverse, return_counts, dim), return_inverse, return_counts);
    }
}
