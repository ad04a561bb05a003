namespace TorchSharp.Interop;

// Short-time Fourier transforms and windows.
internal static partial class Ops
{
    public static readonly Operator bartlett_window_periodic = new("bartlett_window", "periodic");
    public static readonly Operator blackman_window_periodic = new("blackman_window", "periodic");
    public static readonly Operator hamming_window_periodic_alpha_beta = new("hamming_window", "periodic_alpha_beta");
    public static readonly Operator hann_window_periodic = new("hann_window", "periodic");
    public static readonly Operator istft = new("istft");
    public static readonly Operator kaiser_window_beta = new("kaiser_window", "beta");
    public static readonly Operator stft_center = new("stft", "center");
}
