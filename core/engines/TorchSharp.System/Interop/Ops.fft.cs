namespace TorchSharp.Interop;

// Fourier transforms.
internal static partial class Ops
{
    public static readonly Operator fft_fft = new("fft_fft");
    public static readonly Operator fft_fft2 = new("fft_fft2");
    public static readonly Operator fft_fftfreq = new("fft_fftfreq");
    public static readonly Operator fft_fftn = new("fft_fftn");
    public static readonly Operator fft_fftshift = new("fft_fftshift");
    public static readonly Operator fft_hfft = new("fft_hfft");
    public static readonly Operator fft_hfft2 = new("fft_hfft2");
    public static readonly Operator fft_hfftn = new("fft_hfftn");
    public static readonly Operator fft_ifft = new("fft_ifft");
    public static readonly Operator fft_ifft2 = new("fft_ifft2");
    public static readonly Operator fft_ifftn = new("fft_ifftn");
    public static readonly Operator fft_ifftshift = new("fft_ifftshift");
    public static readonly Operator fft_ihfft = new("fft_ihfft");
    public static readonly Operator fft_ihfft2 = new("fft_ihfft2");
    public static readonly Operator fft_ihfftn = new("fft_ihfftn");
    public static readonly Operator fft_irfft = new("fft_irfft");
    public static readonly Operator fft_irfft2 = new("fft_irfft2");
    public static readonly Operator fft_irfftn = new("fft_irfftn");
    public static readonly Operator fft_rfft = new("fft_rfft");
    public static readonly Operator fft_rfft2 = new("fft_rfft2");
    public static readonly Operator fft_rfftfreq = new("fft_rfftfreq");
    public static readonly Operator fft_rfftn = new("fft_rfftn");
}
