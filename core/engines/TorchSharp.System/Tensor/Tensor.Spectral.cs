using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The spectra of overlapping windows of a signal: [batch, frequencies, frames].</summary>
        public Tensor stft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            Ops.stft_center.Invoke(
                this, n_fft, GivenOr(hop_length), GivenOr(win_length), window, center, pad_mode.ToString().ToLowerInvariant(), normalized, onesided,
                return_complex);

        /// <summary>The signal whose windows have these spectra.</summary>
        public Tensor istft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false,
            bool? onesided = null, long length = -1, bool return_complex = false) =>
            Ops.istft.Invoke(
                this, n_fft, GivenOr(hop_length), GivenOr(win_length), window, center, normalized, onesided, GivenOr(length), return_complex);
    }
}
