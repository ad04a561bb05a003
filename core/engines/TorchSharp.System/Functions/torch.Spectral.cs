using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.stft(long, long, long, Tensor, bool, PaddingModes, bool, bool?, bool?)"/>
    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    /// <inheritdoc cref="Tensor.istft(long, long, long, Tensor, bool, bool, bool?, long, bool)"/>
    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false,
        bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    /// <summary>A triangular window.</summary>
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.bartlett_window_periodic.Invoke(len, periodic, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad);

    /// <summary>Blackman's window.</summary>
    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.blackman_window_periodic.Invoke(len, periodic, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad);

    /// <summary>Hann's window.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.hann_window_periodic.Invoke(len, periodic, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);

    /// <summary>Hamming's window.</summary>
    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Ops.hamming_window_periodic_alpha_beta.Invoke(len, periodic, alpha, beta, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad);

    /// <summary>Kaiser's window.</summary>
    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.kaiser_window_beta.Invoke(len, periodic, beta, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad);
}
