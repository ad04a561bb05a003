using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Fourier transforms; the norm says which direction divides by the length.</summary>
    public static partial class fft
    {
        /// <summary>The transform along a dimension, padded or cut to n elements unless n is -1.</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_fft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The inverse transform along a dimension.</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ifft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The non-negative half of the transform of real numbers along a dimension.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_rfft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The real inverse transform of a non-negative half along a dimension.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_irfft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The real transform of a Hermitian half along a dimension.</summary>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_hfft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The inverse of <see cref="hfft"/>.</summary>
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ihfft.Invoke(input, Length(n), dim, Name(norm));

        /// <summary>The transform along two dimensions, by default the last.</summary>
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_fft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_fft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The inverse transform along two dimensions, by default the last.</summary>
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_ifft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_ifft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The non-negative half of the transform of real numbers along two dimensions, by default the last.</summary>
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_rfft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_rfft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The real inverse transform of a non-negative half along two dimensions, by default the last.</summary>
        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_irfft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_irfft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The real transform of a Hermitian half along two dimensions, by default the last.</summary>
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_hfft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_hfft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The inverse of <see cref="hfft2"/>.</summary>
        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            dim is null ? Ops.fft_ihfft2.Invoke(input, s, Argument.Default, Name(norm)) : Ops.fft_ihfft2.Invoke(input, s, dim, Name(norm));

        /// <summary>The transform along dimensions, by default all.</summary>
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_fftn.Invoke(input, s, dim, Name(norm));

        /// <summary>The inverse transform along dimensions, by default all.</summary>
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ifftn.Invoke(input, s, dim, Name(norm));

        /// <summary>The non-negative half of the transform of real numbers along dimensions, by default all.</summary>
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_rfftn.Invoke(input, s, dim, Name(norm));

        /// <summary>The real inverse transform of a non-negative half along dimensions, by default all.</summary>
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_irfftn.Invoke(input, s, dim, Name(norm));

        /// <summary>The real transform of a Hermitian half along dimensions, by default all.</summary>
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_hfftn.Invoke(input, s, dim, Name(norm));

        /// <summary>The inverse of <see cref="hfftn"/>.</summary>
        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ihfftn.Invoke(input, s, dim, Name(norm));

        /// <summary>Moves the zero frequency to the middle.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) => Ops.fft_fftshift.Invoke(input, dim);

        /// <summary>Moves the zero frequency from the middle to the start.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Ops.fft_ifftshift.Invoke(input, dim);

        /// <summary>The frequencies of a transform of n elements at a distance d.</summary>
        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.fft_fftfreq.Invoke(n, d, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);

        /// <summary>The frequencies of a half transform of n elements at a distance d.</summary>
        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.fft_rfftfreq.Invoke(n, d, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);
    }
}
