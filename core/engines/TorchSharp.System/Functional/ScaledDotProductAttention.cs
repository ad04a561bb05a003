namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// softmax(query · keyᵀ / √features + mask) · value. Long sequences are worked on in blocks of queries, forward and backward, so that the
            /// whole matrix of scores never exists; what the backward pass keeps grows linearly with the length.
            /// </summary>
            /// <param name="query">[…, queries, features]</param>
            /// <param name="key">[…, keys, features]</param>
            /// <param name="value">[…, keys, outputs]</param>
            /// <param name="attn_mask">Broadcast to […, queries, keys]: truth values, where false is left out, or numbers to add. A query whose keys
            /// are all left out gives zeros.</param>
            /// <param name="p">The probability that a weight is dropped.</param>
            /// <param name="is_casual">Whether query i sees only the keys 0 to i.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or a mask is given beside <paramref name="is_casual"/>.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                CheckAttention(query, key, value, attn_mask, p, is_casual);
                using var scope = NewDisposeScope();
                if (AutocastPause.TypeOn(query.device_type) is { } type)
                    (query, key, value) = (Lowered(query, type), Lowered(key, type), Lowered(value, type));
                using var pause = new AutocastPause(query.device_type);

                var batch = broadcast_shapes(query.shape[..^2], key.shape[..^2], value.shape[..^2]).Shape;
                var problem = new AttentionProblem(batch, query.shape[^2], key.shape[^2], query.shape[^1], p, is_casual);
                var (flatQuery, flatKey, flatValue) = (Flat(query, batch), Flat(key, batch), Flat(value, batch));
                var recorded = is_grad_enabled() && new[] { query, key, value, attn_mask }.Any(tensor => tensor?.requires_grad == true);
                var output = WholeAttention.IsFaster(problem, recorded)
                    ? WholeAttention.Run(problem, flatQuery, flatKey, flatValue, attn_mask)
                    : BlockedAttention.Run(problem, flatQuery, flatKey, flatValue, attn_mask, recorded);
                return output.view([.. batch, problem.Queries, value.shape[^1]]).MoveToOuterDisposeScope();
            }

            private static Tensor Lowered(Tensor tensor, ScalarType type) => tensor.dtype == ScalarType.Float32 ? tensor.to(type) : tensor;

            // Heads and other batch dimensions become one; nothing is copied unless a dimension is broadcast.
            private static Tensor Flat(Tensor tensor, long[] batch)
            {
                var shape = tensor.shape;
                return tensor.expand([.. batch, .. shape[^2..]]).reshape(-1, shape[^2], shape[^1]);
            }

            private static void CheckAttention(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
                if (query.Dimensions < 2 || key.Dimensions < 2 || value.Dimensions < 2)
                    throw new ArgumentException("Attention takes queries, keys and values of at least 2 dimensions.");
                if (query.shape[^1] != key.shape[^1] || key.shape[^2] != value.shape[^2])
                    throw new ArgumentException(
                        $"Queries {Shape(query)} and keys {Shape(key)} must have as many features, keys and values {Shape(value)} the same length.");
                if (causal && mask is not null)
                    throw new ArgumentException("Attention takes a mask or is causal, not both.", nameof(mask));
                if (mask is not null && mask.dtype != ScalarType.Bool && !mask.is_floating_point())
                    throw new ArgumentException($"A mask holds truth values or numbers to add, not {mask.dtype}.", nameof(mask));
                if (p is < 0 or > 1)
                    throw new ArgumentException($"The probability that a weight is dropped is from 0 to 1, found {p}.", nameof(p));
            }
        }
    }
}
