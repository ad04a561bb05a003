using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Sets elements to zero at random and scales the others up.</summary>
            /// <param name="input">Of any shape.</param>
            /// <param name="p">The probability of a zero.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Ops.dropout_.InPlace(input, p, training) : Ops.dropout.Invoke(input, p, training);

            /// <summary>Sets whole channels to zero at random and scales the others up.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="p">The probability of a zero.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, 2, p, training, inplace);

            /// <summary>Sets whole channels to zero at random and scales the others up.</summary>
            /// <param name="input">[batch, channels, height, width]; with three dimensions [batch, channels, length].</param>
            /// <param name="p">The probability of a zero.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Ops.feature_dropout_.InPlace(input, p, training) : Ops.feature_dropout.Invoke(input, p, training);

            /// <summary>Sets whole channels to zero at random and scales the others up.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="p">The probability of a zero.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, 4, p, training, inplace);

            /// <summary>Sets elements to the self-normalising unit's lowest value at random, so that mean and variance are kept.</summary>
            /// <param name="input">Of any shape.</param>
            /// <param name="p">The probability of being dropped.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Ops.alpha_dropout_.InPlace(input, p, training) : Ops.alpha_dropout.Invoke(input, p, training);

            /// <summary>Sets whole channels to the self-normalising unit's lowest value at random, so that mean and variance are kept.</summary>
            /// <param name="input">[batch, channels, …]</param>
            /// <param name="p">The probability of being dropped.</param>
            /// <param name="training">False returns the input as it is.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Ops.feature_alpha_dropout_.InPlace(input, p, training) : Ops.feature_alpha_dropout.Invoke(input, p, training);

            private static Tensor ChannelDropout(Tensor input, long unbatchedDimensions, double p, bool training, bool inplace)
            {
                if (input.Dimensions != unbatchedDimensions)
                    return dropout2d(input, p, training, inplace);
                using var batch = input.unsqueeze(0);
                using var dropped = dropout2d(batch, p, training, inplace);
                return inplace ? input : dropped.squeeze(0);
            }
        }
    }
}
