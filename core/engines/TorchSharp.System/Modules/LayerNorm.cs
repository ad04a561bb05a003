using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises over the last dimensions.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;
        [ComponentName(Name = nameof(bias))] private Parameter? _bias;

        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
            if (!elementwise_affine)
                return;
            weight = Initial.Constant(normalized_shape, 1, device, dtype);
            this.bias = bias ? Initial.Constant(normalized_shape, 0, device, dtype) : null;
        }

        /// <summary>The sizes of the dimensions.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether a scale and a shift an element are learnt.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>The scales, of the normalised shape; null unless <see cref="elementwise_affine"/>.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <summary>The shifts, of the normalised shape, or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => Replace(ref _bias, value, nameof(bias));
        }

        /// <summary>Sets scales to 1 and shifts to 0.</summary>
        public void reset_parameters()
        {
            if (elementwise_affine)
                nn.init.ones_(weight);
            if (bias is not null)
                nn.init.zeros_(bias);
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Normalises over the last dimensions; scales start at 1, shifts at 0.</summary>
            /// <param name="normalized_shape">The sizes of the dimensions.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether a scale and a shift an element are learnt.</param>
            /// <param name="bias">Whether there is a shift.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Normalises over the last dimension.</summary>
            /// <inheritdoc cref="LayerNorm(long[], double, bool, bool, Device, ScalarType?)"/>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}
