namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>The elements of a Mat by index, each access checked.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    public sealed class Indexer<T> : MatIndexer<T> where T : struct
    {
        internal Indexer(Mat parent) : base(parent)
        {
        }

        /// <inheritdoc/>
        public override T this[int i0]
        {
            get => Parent.Get<T>(i0);
            set => Parent.Set(i0, value);
        }

        /// <inheritdoc/>
        public override T this[int i0, int i1]
        {
            get => Parent.Get<T>(i0, i1);
            set => Parent.Set(i0, i1, value);
        }

        /// <inheritdoc/>
        public override T this[int i0, int i1, int i2]
        {
            get => Parent.Get<T>(i0, i1, i2);
            set => Parent.Set(i0, i1, i2, value);
        }

        /// <inheritdoc/>
        public override T this[params int[] idx]
        {
            get => Parent.Get<T>(idx);
            set => Parent.Set(idx, value);
        }
    }

    /// <summary>The elements of a Mat by index, without any check.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    public sealed unsafe class UnsafeIndexer<T> : MatIndexer<T> where T : unmanaged
    {
        private readonly byte* data;
        private readonly nint step0;
        private readonly nint step1;

        internal UnsafeIndexer(Mat parent) : base(parent)
        {
            data = parent.DataPointer;
            step0 = (nint)(Steps.Count > 0 ? Steps[0] : 0);
            step1 = (nint)(Steps.Count > 1 ? Steps[1] : 0);
        }

        /// <inheritdoc/>
        public override T this[int i0]
        {
            get => *(T*)(data + (step0 * i0));
            set => *(T*)(data + (step0 * i0)) = value;
        }

        /// <inheritdoc/>
        public override T this[int i0, int i1]
        {
            get => *(T*)(data + (step0 * i0) + (step1 * i1));
            set => *(T*)(data + (step0 * i0) + (step1 * i1)) = value;
        }

        /// <inheritdoc/>
        public override T this[int i0, int i1, int i2]
        {
            get => this[[i0, i1, i2]];
            set => this[[i0, i1, i2]] = value;
        }

        /// <inheritdoc/>
        public override T this[params int[] idx]
        {
            get => *(T*)(data + Offset(idx));
            set => *(T*)(data + Offset(idx)) = value;
        }

        private nint Offset(int[] idx)
        {
            var offset = 0L;
            for (var i = 0; i < idx.Length; i++) offset += Steps[i] * idx[i];
            return (nint)offset;
        }
    }
}
