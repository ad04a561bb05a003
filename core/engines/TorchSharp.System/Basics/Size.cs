using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        private readonly long[]? _shape;

        /// <summary>No dimensions.</summary>
        public static readonly Size Empty = new(Array.Empty<long>());

        /// <summary>A copy of sizes.</summary>
        public Size(long[] shape) => _shape = [.. shape];

        /// <summary>A copy of sizes.</summary>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <summary>A copy of sizes.</summary>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, size => (long)size);

        /// <summary>One size.</summary>
        public Size(long size) => _shape = [size];

        /// <summary>One size.</summary>
        public Size(int size) => _shape = [size];

        /// <summary>So many sizes.</summary>
        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        /// <summary>So many sizes.</summary>
        public Size((int, int) size) => _shape = [size.Item1, size.Item2];

        /// <summary>So many sizes.</summary>
        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>So many sizes.</summary>
        public Size((int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>So many sizes.</summary>
        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>So many sizes.</summary>
        public Size((int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>So many sizes.</summary>
        public Size((long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>So many sizes.</summary>
        public Size((int, int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>So many sizes.</summary>
        public Size((long, long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>So many sizes.</summary>
        public Size((int, int, int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsScalar => IsEmpty;

        /// <summary>The sizes.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>The size of a dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>The size of a dimension.</summary>
        public long this[long idx] => Shape[idx];

        /// <summary>One size.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>A copy of sizes.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>So many sizes.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>So many sizes.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>So many sizes.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>So many sizes.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>So many sizes.</summary>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>The sizes of one after those of another.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        /// <summary>Further sizes after these.</summary>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>Whether all sizes are equal.</summary>
        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);

        /// <summary>Whether any size differs.</summary>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The sizes from one dimension up to, but without, another; negative ones count from the end.</summary>
        public Size Slice(int first, int next)
        {
            var (from, to) = (first < 0 ? Length + first : first, next < 0 ? Length + next : next);
            return to <= from ? Empty : new(Shape[from..to]);
        }

        /// <summary>The sizes of the first dimensions.</summary>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <summary>The number of elements.</summary>
        public long numel() => Shape.TotalSize();

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var size in Shape)
                hash.Add(size);
            return hash.ToHashCode();
        }
    }
}
