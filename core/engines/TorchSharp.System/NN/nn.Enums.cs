namespace TorchSharp;

public static partial class torch
{
    /// <summary>Building blocks of networks.</summary>
    public static partial class nn
    {
        /// <summary>What a loss makes of its values for the single elements.</summary>
        public enum Reduction
        {
            /// <summary>Returns them all.</summary>
            None = 0,

            /// <summary>Returns their mean.</summary>
            Mean = 1,

            /// <summary>Returns their sum.</summary>
            Sum = 2,
        }

        /// <summary>The activation between the linear layers of a transformer.</summary>
        public enum Activations
        {
            /// <summary>max(0, x).</summary>
            ReLU = 0,

            /// <summary>x times the normal distribution's cumulative function.</summary>
            GELU = 1,
        }
    }
}
