using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>input · weightᵀ + bias.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;
        [ComponentName(Name = nameof(bias))] private Parameter? _bias;

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            in_features = weight.size(1);
            out_features = weight.size(0);
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>The size of an input vector.</summary>
        public long in_features { get; set; }

        /// <summary>The size of an output vector.</summary>
        public long out_features { get; set; }

        /// <summary>[out_features, in_features]; the module disposes the one that is replaced.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <summary>[out_features], or null; the module disposes the one that is replaced.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => Replace(ref _bias, value, nameof(bias));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
    }

    /// <summary>input1 · weight · input2 + bias, one matrix an output.</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))] private Parameter? _weight;
        [ComponentName(Name = nameof(bias))] private Parameter? _bias;

        internal Bilinear(Parameter weight, Parameter? bias) : base(nameof(Bilinear))
        {
            out_features = weight.size(0);
            in1_features = weight.size(1);
            in2_features = weight.size(2);
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>The size of a vector of the first input.</summary>
        public long in1_features { get; set; }

        /// <summary>The size of a vector of the second input.</summary>
        public long in2_features { get; set; }

        /// <summary>The size of an output vector.</summary>
        public long out_features { get; set; }

        /// <summary>[out_features, in1_features, in2_features]; the module disposes the one that is replaced.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Replace(ref _weight, value, nameof(weight));
        }

        /// <summary>[out_features], or null; the module disposes the one that is replaced.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => Replace(ref _bias, value, nameof(bias));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A linear layer with weights and bias uniform within ±1/√inputSize.</summary>
            /// <param name="inputSize">The size of an input vector.</param>
            /// <param name="outputSize">The size of an output vector.</param>
            /// <param name="hasBias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">The type of its parameters.</param>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                var bound = Initial.FanInBound(inputSize);
                return new(
                    Initial.Uniform([outputSize, inputSize], bound, device, dtype),
                    hasBias ? Initial.Uniform([outputSize], bound, device, dtype) : null);
            }

            /// <summary>A linear layer that owns given parameters.</summary>
            /// <param name="weight">[outputs, inputs]</param>
            /// <param name="bias">[outputs]</param>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            /// <summary>A layer that is linear in each of two inputs, with parameters uniform within ±1/√in1_features.</summary>
            /// <param name="in1_features">The size of a vector of the first input.</param>
            /// <param name="in2_features">The size of a vector of the second input.</param>
            /// <param name="out_features">The size of an output vector.</param>
            /// <param name="hasBias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">The type of its parameters.</param>
            public static Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                var bound = Initial.FanInBound(in1_features);
                return new(
                    Initial.Uniform([out_features, in1_features, in2_features], bound, device, dtype),
                    hasBias ? Initial.Uniform([out_features], bound, device, dtype) : null);
            }
        }
    }
}
