using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds elements at the edges, or cuts them off where a size is negative.</summary>
            /// <param name="input">Reflecting and repeating the edge need [batch, channels, …] with up to three more dimensions, or no batch.</param>
            /// <param name="pad">Sizes before and after, in pairs, the last dimension first.</param>
            /// <param name="mode">What the new elements are.</param>
            /// <param name="value">The constant.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Zeros => Ops.pad.Invoke(input, pad),
                PaddingModes.Constant => Ops.pad.Invoke(input, pad, "constant", value),
                PaddingModes.Reflect => Ops.pad.Invoke(input, pad, "reflect"),
                PaddingModes.Replicate => Ops.pad.Invoke(input, pad, "replicate"),
                PaddingModes.Circular => Ops.pad.Invoke(input, pad, "circular"),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding mode."),
            };

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            /// <summary>Adds elements at both edges of the last dimension.</summary>
            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2], mode, value);

            /// <summary>Adds elements at the edges of the last two dimensions.</summary>
            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Adds as many elements at every edge of every dimension.</summary>
            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var sizes = new long[2 * input.Dimensions];
                Array.Fill(sizes, pad);
                return functional.pad(input, sizes, mode, value);
            }
        }
    }
}
