namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index: a position, a slice, an ellipsis, a new dimension, a truth value, or a tensor of positions or of truth values.</summary>
    public struct TensorIndex
    {
        /// <summary>All dimensions that no other index stands for.</summary>
        public static TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new(IndexKind.NewDimension);

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Null = new(IndexKind.Slice);

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        internal readonly IndexKind Kind;
        internal readonly long? Start;
        internal readonly long? Stop;
        internal readonly long? Step;
        internal readonly Tensor? Picks;

        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? picks = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Picks = picks;
        }

        /// <summary>A range of a dimension.</summary>
        /// <param name="start">The first position; negative ones count from the end.</param>
        /// <param name="stop">The position after the last; negative ones count from the end.</param>
        /// <param name="step">The distance between positions, at least 1.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(IndexKind.Slice, start, stop, step);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The first position and the one after the last; negative ones count from the end.</param>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">As in <c>1..^2</c>.</param>
        public static TensorIndex Slice(Range range) => Slice(Position(range.Start), range.End.Equals(Index.End) ? null : Position(range.End));

        /// <summary>A new dimension of size 1, or 0 for false.</summary>
        /// <param name="value">Whether the elements are taken.</param>
        public static TensorIndex Bool(bool value) => new(IndexKind.Truth, value ? 1 : 0);

        /// <summary>One position, whose dimension disappears.</summary>
        /// <param name="index">The position; negative ones count from the end.</param>
        public static TensorIndex Single(long? index) => new(IndexKind.Single, index);

        /// <summary>Positions in one dimension, or truth values for one or several dimensions.</summary>
        /// <param name="tensor">Integers or truth values.</param>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(IndexKind.Tensor, picks: tensor);
        }

        /// <summary>One position.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One position, perhaps counted from the end.</summary>
        public static implicit operator TensorIndex(Index index) => Single(Position(index));

        /// <summary>A range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>A range.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>Always throws: it exists so that an index is never taken for a tensor silently.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public static implicit operator Tensor(TensorIndex value) =>
            throw new InvalidOperationException("A TensorIndex is not a tensor; pass tensors as TensorIndex.Tensor(…) beside other indices.");

        private static long Position(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }

    internal enum IndexKind
    {
        Slice,
        Single,
        Ellipsis,
        NewDimension,
        Truth,
        Tensor,
    }
}
