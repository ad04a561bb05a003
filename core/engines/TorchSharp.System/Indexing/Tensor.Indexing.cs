using System.Runtime.CompilerServices;
using TorchSharp.Indexing;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements at indices; without tensors among them, a view of the same memory.</summary>
        /// <param name="indices">One index a dimension, beside ellipses and new dimensions.</param>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements at the positions, or under the masks, that tensors give.</summary>
        /// <param name="indices">Integers or truth values.</param>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The slice or the element at positions in the first dimension, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index([i1]);
            set => index_put_(value, [i1]);
        }

        /// <summary>The slice or the element at positions in the first two dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index([i1, i2]);
            set => index_put_(value, [i1, i2]);
        }

        /// <summary>The slice or the element at positions in the first three dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index([i1, i2, i3]);
            set => index_put_(value, [i1, i2, i3]);
        }

        /// <summary>The slice or the element at positions in the first four dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index([i1, i2, i3, i4]);
            set => index_put_(value, [i1, i2, i3, i4]);
        }

        /// <summary>The slice or the element at positions in the first five dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => index([i1, i2, i3, i4, i5]);
            set => index_put_(value, [i1, i2, i3, i4, i5]);
        }

        /// <summary>The slice or the element at positions in the first six dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => index([i1, i2, i3, i4, i5, i6]);
            set => index_put_(value, [i1, i2, i3, i4, i5, i6]);
        }

        /// <summary>The slice or the element at positions in the first dimensions, which disappear.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => index(Positions(indices));
            set => index_put_(value, Positions(indices));
        }

        /// <summary>The elements at indices; without tensors among them, a view of the same memory.</summary>
        /// <param name="indices">One index a dimension, beside ellipses and new dimensions.</param>
        public Tensor index(params TensorIndex[] indices)
        {
            using var place = new IndexedView(this, indices);
            return place.Get();
        }

        /// <summary>The elements at the positions, or under the masks, that tensors give.</summary>
        /// <param name="indices">Integers or truth values.</param>
        public Tensor index(params Tensor[] indices) => index(Picks(indices));

        /// <summary>Replaces the elements at indices.</summary>
        /// <param name="value">The new elements; they broadcast.</param>
        /// <param name="indices">One index a dimension, beside ellipses and new dimensions.</param>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Replaces the elements at indices, or adds to them.</summary>
        /// <param name="value">The new elements; they broadcast.</param>
        /// <param name="indices">One index a dimension, beside ellipses and new dimensions.</param>
        /// <param name="accumulate">Adds, several times for a position that occurs several times.</param>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var place = new IndexedView(this, indices);
            place.Put(value, accumulate);
            return this;
        }

        /// <summary>Replaces the elements at the positions, or under the masks, that tensors give.</summary>
        /// <param name="value">The new elements; they broadcast.</param>
        /// <param name="indices">Integers or truth values.</param>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Picks(indices), false);

        /// <summary>Replaces the elements at the positions, or under the masks, that tensors give, or adds to them.</summary>
        /// <param name="value">The new elements; they broadcast.</param>
        /// <param name="indices">Integers or truth values.</param>
        /// <param name="accumulate">Adds, several times for a position that occurs several times.</param>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, Picks(indices), accumulate);

        /// <summary>Sets the elements at indices to one number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">One index a dimension, beside ellipses and new dimensions.</param>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var place = new IndexedView(this, indices);
            place.Fill(value);
            return this;
        }

        /// <summary>Sets the elements at the positions, or under the masks, that tensors give to one number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">Integers or truth values.</param>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Picks(indices));

        private static TensorIndex[] Positions(long[] indices) => Array.ConvertAll(indices, position => TensorIndex.Single(position));

        private static TensorIndex[] Picks(Tensor[] indices) => Array.ConvertAll(indices, TensorIndex.Tensor);
    }
}
