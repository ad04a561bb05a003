"""Fourier transforms. Complex tensors travel as real ones with a last dimension of two."""

import torch

from reference.recorder import check, randn

real = torch.view_as_real
signal, complex_signal, picture = randn(2, 10), randn(2, 8, 2), randn(2, 4, 6)
waveform = randn(2, 48)


def complex_(x):
    return torch.view_as_complex(x)


def spectrogram(x, **options):
    return real(torch.stft(x, 16, hop_length=4, window=torch.hann_window(16), return_complex=True, **options))


check("fft", lambda x: real(torch.fft.fft(complex_(x))), complex_signal)
check("fft_of_real", lambda x: real(torch.fft.fft(x)), signal)
check("fft_length_ortho", lambda x: real(torch.fft.fft(complex_(x), 6, norm="ortho")), complex_signal)
check("ifft", lambda x: real(torch.fft.ifft(complex_(x))), complex_signal)
check("rfft", lambda x: real(torch.fft.rfft(x)), signal)
check("rfft_forward", lambda x: real(torch.fft.rfft(x, 12, 0, "forward")), signal)
check("irfft", lambda x: torch.fft.irfft(complex_(x)), complex_signal)
check("irfft_length", lambda x: torch.fft.irfft(complex_(x), 9), complex_signal)
check("fft2", lambda x: real(torch.fft.fft2(x)), picture)
check("ifft2", lambda x: real(torch.fft.ifft2(complex_(x))), randn(3, 4, 2))
check("rfft2", lambda x: real(torch.fft.rfft2(x)), picture)
check("irfft2", lambda x: torch.fft.irfft2(complex_(x)), randn(4, 4, 2))
check("fftn", lambda x: real(torch.fft.fftn(x)), picture)
check("ifftn", lambda x: real(torch.fft.ifftn(complex_(x))), randn(3, 4, 2))
check("rfftn", lambda x: real(torch.fft.rfftn(x)), picture)
check("irfftn", lambda x: torch.fft.irfftn(complex_(x)), randn(4, 4, 2))
check("hfft", lambda x: torch.fft.hfft(complex_(x)), complex_signal)
check("ihfft", lambda x: real(torch.fft.ihfft(x).resolve_conj()), signal)
check("shift", lambda x: (torch.fft.fftshift(x), torch.fft.ifftshift(x)), signal)
check("frequencies", lambda: (torch.fft.fftfreq(7, 0.5), torch.fft.rfftfreq(8, 0.25)))
check("stft", lambda x: spectrogram(x), waveform)
check("stft_without_centre", lambda x: spectrogram(x, center=False, normalized=True), waveform)
check("stft_two_sided", lambda x: spectrogram(x, onesided=False, pad_mode="constant"), waveform)
check("stft_short_window", lambda x: real(torch.stft(x, 16, 4, 8, torch.hann_window(8), return_complex=True)), waveform[0])
check("istft", lambda x: torch.istft(complex_(x), 16, hop_length=4, window=torch.hann_window(16)), randn(2, 9, 13, 2))
check("istft_length", lambda x: torch.istft(complex_(x), 16, hop_length=4, window=torch.hann_window(16), length=45), randn(2, 9, 13, 2))
