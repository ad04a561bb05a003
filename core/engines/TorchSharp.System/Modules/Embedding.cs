using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors, looked up by index.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long _paddingIndex;
        private readonly double? _largestNorm;
        private readonly double _normType;
        private readonly bool _scaleByFrequency;
        private readonly bool _sparse;
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;

        internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
            : base(nameof(Embedding))
        {
            this.weight = weight;
            _paddingIndex = Checked(padding_idx, weight.size(0));
            _largestNorm = max_norm;
            _normType = norm_type;
            _scaleByFrequency = scale_grad_by_freq;
            _sparse = sparse;
        }

        /// <summary>[num_embeddings, embedding_dims]; the module disposes the one that is replaced.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (_largestNorm is { } largest)
            {
                using var silent = no_grad();
                Ops.embedding_renorm_.InPlace(weight!, input, largest, _normType);
            }
            return Ops.embedding.Invoke(weight!, input, _paddingIndex, _scaleByFrequency, _sparse);
        }

        // The operator takes -1 for none.
        private static long Checked(long? index, long count) => index switch
        {
            null => -1,
            { } given when given >= -count && given < count => given < 0 ? given + count : given,
            _ => throw new ArgumentOutOfRangeException(nameof(index), index, $"The padding index must be one of the {count} rows."),
        };
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors drawn from a standard normal distribution.</summary>
            /// <param name="num_embeddings">The number of vectors.</param>
            /// <param name="embedding_dims">The size of a vector.</param>
            /// <param name="padding_idx">The index of a vector that starts as zeros and is not learnt.</param>
            /// <param name="max_norm">Vectors that are looked up are scaled down to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether a vector's gradient is divided by how often the batch has it.</param>
            /// <param name="sparse">Whether the gradient is sparse.</param>
            /// <param name="device">Where the table lives.</param>
            /// <param name="dtype">The type of the table.</param>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var weight = Initial.Normal([num_embeddings, embedding_dims], device, dtype);
                var module = new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
                if (padding_idx is not { } index)
                    return module;
                using var silent = no_grad();
                using var row = weight.select(0, index);
                row.zero_();
                return module;
            }

            /// <summary>A table of given vectors, which it copies.</summary>
            /// <param name="embeddings">[num_embeddings, embedding_dims]</param>
            /// <param name="freeze">Whether they are not learnt.</param>
            /// <param name="padding_idx">The index of a vector that is not learnt.</param>
            /// <param name="max_norm">Vectors that are looked up are scaled down to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether a vector's gradient is divided by how often the batch has it.</param>
            /// <param name="sparse">Whether the gradient is sparse.</param>
            /// <param name="device">Where the table lives.</param>
            /// <param name="dtype">The type of the table.</param>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                using var silent = no_grad();
                var weight = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
                return new(new Parameter(weight, !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
