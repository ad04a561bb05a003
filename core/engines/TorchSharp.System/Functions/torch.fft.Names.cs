namespace TorchSharp;

/// <summary>Which direction of a Fourier transform divides by the length.</summary>
public enum FFTNormType
{
    /// <summary>The inverse.</summary>
    Backward = 0,

    /// <summary>The forward.</summary>
    Forward = 1,

    /// <summary>Both, by its square root.</summary>
    Ortho = 2,
}

public static partial class torch
{
    public static partial class fft
    {
        private static string Name(FFTNormType norm) => norm.ToString().ToLowerInvariant();

        private static long? Length(long n) => n == -1 ? null : n;
    }

    public static partial class linalg
    {
        /// <summary>How much of a QR decomposition is computed.</summary>
        public enum QRMode
        {
            /// <summary>As many columns as the matrix has.</summary>
            Reduced = 0,

            /// <summary>A square orthogonal factor.</summary>
            Complete = 1,

            /// <summary>Only the triangular factor.</summary>
            R = 2,
        }
    }
}
