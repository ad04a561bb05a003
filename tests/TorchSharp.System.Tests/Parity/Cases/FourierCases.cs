namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Fourier transforms. Complex tensors travel as real ones with a last dimension of two.</summary>
internal static class FourierCases
{
    public static CaseTable Table => new("fourier")
    {
        { "fft", x => view_as_real(fft.fft_(view_as_complex(x))) },
        { "fft_of_real", x => view_as_real(fft.fft_(x)) },
        { "fft_length_ortho", x => view_as_real(fft.fft_(view_as_complex(x), 6, norm: FFTNormType.Ortho)) },
        { "ifft", x => view_as_real(fft.ifft(view_as_complex(x))) },
        { "rfft", x => view_as_real(fft.rfft(x)) },
        { "rfft_forward", x => view_as_real(fft.rfft(x, 12, 0, FFTNormType.Forward)) },
        { "irfft", x => fft.irfft(view_as_complex(x)) },
        { "irfft_length", x => fft.irfft(view_as_complex(x), 9) },
        { "fft2", x => view_as_real(fft.fft2(x)) },
        { "ifft2", x => view_as_real(fft.ifft2(view_as_complex(x))) },
        { "rfft2", x => view_as_real(fft.rfft2(x)) },
        { "irfft2", x => fft.irfft2(view_as_complex(x)) },
        { "fftn", x => view_as_real(fft.fftn(x)) },
        { "ifftn", x => view_as_real(fft.ifftn(view_as_complex(x))) },
        { "rfftn", x => view_as_real(fft.rfftn(x)) },
        { "irfftn", x => fft.irfftn(view_as_complex(x)) },
        { "hfft", x => fft.hfft(view_as_complex(x)) },
        { "ihfft", x => view_as_real(fft.ihfft(x).resolve_conj()) },
        { "shift", x => [fft.fftshift(x), fft.ifftshift(x)] },
        { "frequencies", () => [fft.fftfreq(7, 0.5), fft.rfftfreq(8, 0.25)] },
        { "stft", x => view_as_real(stft(x, 16, 4, window: hann_window(16), return_complex: true)) },
        {
            "stft_without_centre", x =>
                view_as_real(stft(x, 16, 4, window: hann_window(16), center: false, normalized: true, return_complex: true))
        },
        {
            "stft_two_sided", x =>
                view_as_real(stft(x, 16, 4, window: hann_window(16), pad_mode: PaddingModes.Constant, onesided: false, return_complex: true))
        },
        { "stft_short_window", x => view_as_real(stft(x, 16, 4, 8, hann_window(8), return_complex: true)) },
        { "istft", x => istft(view_as_complex(x), 16, 4, window: hann_window(16)) },
        { "istft_length", x => istft(view_as_complex(x), 16, 4, window: hann_window(16), length: 45) },
    };
}
