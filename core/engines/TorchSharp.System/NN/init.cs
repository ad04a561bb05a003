namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters. Every function fills the tensor that it is given, without recording, and returns it.</summary>
        public static partial class init
        {
            /// <summary>Which number of connections a layer's weights are scaled by.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs of one output, which keeps the forward pass's variance.</summary>
                FanIn = 0,

                /// <summary>The outputs of one input, which keeps the backward pass's variance.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a layer, which changes the variance.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>Nothing.</summary>
                Conv1D = 1,

                /// <summary>Nothing.</summary>
                Conv2D = 2,

                /// <summary>Nothing.</summary>
                Conv3D = 3,

                /// <summary>Nothing.</summary>
                ConvTranspose1D = 4,

                /// <summary>Nothing.</summary>
                ConvTranspose2D = 5,

                /// <summary>Nothing.</summary>
                ConvTranspose3D = 6,

                /// <summary>The sigmoid.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>max(0, x).</summary>
                ReLU = 9,

                /// <summary>x where positive, a slope times x elsewhere.</summary>
                LeakyReLU = 10,
            }

            /// <summary>The factor of the standard deviation that what follows a layer calls for.</summary>
            /// <param name="nonlinearity">What follows.</param>
            /// <param name="param">The slope of a leaky unit.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                >= NonlinearityType.Linear and <= NonlinearityType.Sigmoid => 1,
                _ => throw new ArgumentOutOfRangeException(nameof(nonlinearity), nonlinearity, "There is no such nonlinearity."),
            };

            /// <summary>The numbers of inputs of one output and of outputs of one input.</summary>
            /// <param name="tensor">[outputs, inputs, …]; further dimensions are a filter's size.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"A tensor of {shape.Length} dimensions has no inputs and outputs: 2 are needed.", nameof(tensor));
                var receptive = shape[2..].Aggregate(1L, (product, size) => product * size);
                return (shape[1] * receptive, shape[0] * receptive);
            }

            /// <summary>Fills with numbers uniform between two bounds.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var silent = no_grad();
                return tensor.uniform_(low, high, generator!);
            }

            /// <summary>Fills with normally distributed numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0.0, double std = 1.0, Generator? generator = null)
            {
                using var silent = no_grad();
                return tensor.normal_(mean, std, generator!);
            }

            /// <summary>Fills with normally distributed numbers that lie between two bounds.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The distribution's mean.</param>
            /// <param name="std">The distribution's standard deviation.</param>
            /// <param name="a">The smallest number.</param>
            /// <param name="b">The largest number.</param>
            /// <param name="generator">The source of randomness.</param>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using var silent = no_grad();
                // Uniform over the part of the distribution's cumulative function that the bounds leave, then its inverse.
                var (low, high) = (2 * Cumulative((a - mean) / std) - 1, 2 * Cumulative((b - mean) / std) - 1);
                return tensor.uniform_(low, high, generator!).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
            }

            /// <summary>Fills with one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var silent = no_grad();
                return tensor.fill_(val);
            }

            /// <summary>Fills with ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills a matrix with the identity.</summary>
            /// <exception cref="ArgumentException">The tensor is not a matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Dimensions != 2)
                    throw new ArgumentException($"The identity is a matrix: it takes 2 dimensions, found {tensor.Dimensions}.", nameof(tensor));
                using var silent = no_grad();
                using var diagonal = tensor.zero_().diagonal();
                diagonal.fill_(1);
                return tensor;
            }

            /// <summary>Fills filters so that a convolution passes its input channels on.</summary>
            /// <param name="tensor">[outputs, inputs, …] with one to three more dimensions.</param>
            /// <exception cref="ArgumentException">The tensor is not the weights of a convolution.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.Dimensions is < 3 or > 5)
                    throw new ArgumentException($"The weights of a convolution have 3 to 5 dimensions, found {tensor.Dimensions}.", nameof(tensor));
                using var silent = no_grad();
                using var scope = NewDisposeScope();
                var centre = tensor.zero_();
                for (var i = (int)tensor.Dimensions - 1; i >= 2; i--)
                    centre = centre.select(i, tensor.size(i) / 2);
                centre.diagonal().fill_(1);
                return tensor;
            }

            /// <summary>Fills with uniform numbers that keep the variance on the way forward and back (Glorot and Bengio, 2010).</summary>
            /// <param name="tensor">[outputs, inputs, …]</param>
            /// <param name="gain">A factor of the standard deviation.</param>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normally distributed numbers that keep the variance on the way forward and back.</summary>
            /// <param name="tensor">[outputs, inputs, …]</param>
            /// <param name="gain">A factor of the standard deviation.</param>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>Another name of <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>Another name of <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>Fills with uniform numbers that keep the variance through rectifiers (He et al., 2015).</summary>
            /// <param name="tensor">[outputs, inputs, …]</param>
            /// <param name="a">The slope of a leaky unit.</param>
            /// <param name="mode">Which direction's variance is kept.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normally distributed numbers that keep the variance through rectifiers (He et al., 2015).</summary>
            /// <param name="tensor">[outputs, inputs, …]</param>
            /// <param name="a">The slope of a leaky unit.</param>
            /// <param name="mode">Which direction's variance is kept.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Fills with an orthogonal matrix (Saxe et al., 2013).</summary>
            /// <param name="tensor">[rows, …]; dimensions behind the first one count as one.</param>
            /// <param name="gain">A factor.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.Dimensions < 2)
                    throw new ArgumentException($"An orthogonal matrix takes at least 2 dimensions, found {tensor.Dimensions}.", nameof(tensor));
                using var silent = no_grad();
                using var scope = NewDisposeScope();
                var (rows, columns) = (tensor.size(0), tensor.numel() / tensor.size(0));
                var random = tensor.new_empty(rows, columns).normal_();
                var (q, r) = linalg.qr(rows < columns ? random.t() : random);
                // The signs make the matrix uniform over all orthogonal ones.
                var orthogonal = q.mul(r.diagonal().sign());
                tensor.copy_((rows < columns ? orthogonal.t() : orthogonal).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            // The cumulative function of the standard normal distribution.
            private static double Cumulative(double x)
            {
                using var argument = tensor(x / Math.Sqrt(2.0), ScalarType.Float64);
                using var error = argument.erf();
                return (1 + error.item<double>()) / 2;
            }
        }
    }
}
