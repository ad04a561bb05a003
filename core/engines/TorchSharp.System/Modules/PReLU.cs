using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where positive, a learnt slope times x elsewhere.</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;

        internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
        {
            this.num_parameters = num_parameters;
            this.init = init;
            weight = Initial.Constant([num_parameters], init, device, dtype);
        }

        /// <summary>The number of slopes: 1, or one a channel.</summary>
        public long num_parameters { get; }

        /// <summary>The slopes' first value.</summary>
        public double init { get; }

        /// <summary>[num_parameters]; the module disposes the one that is replaced.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x where positive, a learnt slope times x elsewhere.</summary>
            /// <param name="num_parameters">The number of slopes: 1, or one a channel.</param>
            /// <param name="init">The slopes' first value.</param>
            /// <param name="device">Where they live.</param>
            /// <param name="dtype">Their type.</param>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);
        }
    }
}
