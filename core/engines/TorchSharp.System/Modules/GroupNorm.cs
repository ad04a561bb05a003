using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises groups of channels of every sample.</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;
        [ComponentName(Name = nameof(bias))] private Parameter? _bias;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
        {
            if (num_groups < 1 || num_channels % num_groups != 0)
                throw new ArgumentException($"{num_channels} channels do not fall into {num_groups} groups.", nameof(num_groups));
            (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
            if (!affine)
                return;
            weight = Initial.Constant([num_channels], 1, device, dtype);
            bias = Initial.Constant([num_channels], 0, device, dtype);
        }

        /// <summary>Into how many groups the channels fall.</summary>
        public long num_groups { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether a scale and a shift a channel are learnt.</summary>
        public bool affine { get; set; }

        /// <summary>[channels]: the scales; null unless <see cref="affine"/>.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <summary>[channels]: the shifts; null unless <see cref="affine"/>.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => Replace(ref _bias, value, nameof(bias));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Normalises groups of channels of every sample; scales start at 1, shifts at 0.</summary>
            /// <param name="num_groups">Into how many groups the channels fall.</param>
            /// <param name="num_channels">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
