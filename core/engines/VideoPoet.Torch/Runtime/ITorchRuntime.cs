using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>What libtorch can do and TorchSharp's public API does not offer; one implementation an engine, reached by <see cref="TorchRuntime.Current"/>.</summary>
public interface ITorchRuntime
{
    /// <summary>The engine and its libtorch, for logs and reports, such as <c>system libtorch 1.13.0</c>.</summary>
    string Description { get; }

    /// <summary>The file of the BLAS that serves matrix products on the processor, or null when libtorch brings its own.</summary>
    string? BlasLibrary { get; }

    /// <summary>Threads that one operator uses on the processor; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    int Threads { get; set; }

    /// <summary>
    /// Computes matrix products, convolutions and what tolerates it in a shorter type, on this thread, until the result is disposed. Weights stay as
    /// they are; their converted copies are kept until the region ends or another one begins in it. The region does not follow <c>await</c>.
    /// </summary>
    /// <param name="device">The kind of device whose operators are meant.</param>
    /// <param name="type">The shorter type: <see cref="ScalarType.BFloat16"/>, on CUDA also <see cref="ScalarType.Float16"/>.</param>
    /// <param name="enabled">False computes in full precision inside a region that does not.</param>
    /// <exception cref="ArgumentException">The device has no such operators, or the type does not suit it.</exception>
    IDisposable Autocast(DeviceType device, ScalarType type = ScalarType.BFloat16, bool enabled = true);

    /// <summary>The type in which operators of a device compute on this thread, or null outside an autocast region.</summary>
    /// <param name="device">The kind of device.</param>
    ScalarType? AutocastType(DeviceType device);

    /// <summary>The bytes that tensors occupy on a device, or null when the engine cannot tell.</summary>
    /// <param name="device">The device.</param>
    MemoryStatistics? Memory(Device device);

    /// <summary>Begins a new measurement of <see cref="MemoryStatistics.Peak"/>.</summary>
    /// <param name="device">The device.</param>
    void ResetPeakMemory(Device device);

    /// <summary>A tensor over memory that somebody else owns, without a copy; writes are seen on both sides.</summary>
    /// <param name="data">The first element, aligned to the element size.</param>
    /// <param name="shape">The sizes of all dimensions; the elements are contiguous in row-major order.</param>
    /// <param name="type">The element type.</param>
    /// <param name="release">Called once, from any thread, when libtorch no longer uses the memory.</param>
    unsafe Tensor FromMemory(void* data, ReadOnlySpan<long> shape, ScalarType type, Action? release = null);

    /// <summary>
    /// Whether a frame's result of <see cref="CausalConvolution"/> and of <see cref="FrameNorm"/>, with statistics of single frames, is bit for bit
    /// the same whichever other frames are computed with it, for weights like these and as autocast is set now.
    /// </summary>
    /// <param name="weight">The weights.</param>
    bool KeepsFramesApart(Tensor weight);

    /// <summary>
    /// Convolves frames by filters of 3 × 3 × 3 that look back in time, with gradients; a pixel of zeros is around each frame.
    /// </summary>
    /// <param name="frames">[batch, inputs, frames, height, width]</param>
    /// <param name="weight">[outputs, inputs, 3, 3, 3]</param>
    /// <param name="bias">[outputs], or null.</param>
    /// <param name="zerosBefore">The frames of zeros before the first, 0 to 2; 2 give as many frames as were given.</param>
    /// <returns>[batch, outputs, frames + zerosBefore − 2, height, width]</returns>
    Tensor CausalConvolution(Tensor frames, Tensor weight, Tensor? bias, long zerosBefore);

    /// <summary>
    /// Group normalisation of frames, a scale and a shift, and perhaps SiLU, in one pass and with gradients.
    /// </summary>
    /// <param name="frames">[batch, channels, frames, height, width], single precision or bfloat16; the result is of the same type.</param>
    /// <param name="scale">[1 or batch, channels, 1 or frames]</param>
    /// <param name="shift">Of the same shape as <paramref name="scale"/>.</param>
    /// <param name="groups">The groups of channels, which divide them evenly.</param>
    /// <param name="epsilon">Added to every variance.</param>
    /// <param name="perFrame">Whether each frame has its own statistics, rather than each sample.</param>
    /// <param name="silu">Whether SiLU follows.</param>
    Tensor FrameNorm(Tensor frames, Tensor scale, Tensor shift, long groups, double epsilon, bool perFrame, bool silu);

    /// <summary>
    /// Divides vectors by their root mean square, in single precision, and scales them, with gradients (Zhang and Sennrich, arXiv 1910.07467).
    /// </summary>
    /// <param name="vectors">[…, width]</param>
    /// <param name="scale">[width]</param>
    /// <param name="epsilon">Added to every mean square.</param>
    /// <param name="type">The type of the result.</param>
    Tensor RootMeanSquareNorm(Tensor vectors, Tensor scale, double epsilon, ScalarType type);

    /// <summary>silu(gate) · up, with gradients: the middle of SwiGLU (Shazeer, arXiv 2002.05202).</summary>
    /// <param name="gate">The argument of SiLU.</param>
    /// <param name="up">What it lets through; of the same shape and type.</param>
    Tensor GatedSilu(Tensor gate, Tensor up);

    /// <summary>
    /// Turns heads by the factors of their positions, x · cosines + (x with its halves exchanged) · sines · direction in single precision, and puts
    /// heads before positions, or back. It has no gradients: the transpose of a rotation is the rotation back.
    /// </summary>
    /// <param name="heads">[batch, positions, heads, width], or [batch, heads, positions, width].</param>
    /// <param name="factors">float32 [2, positions, width]: cosines, and sines that are negative in the first half.</param>
    /// <param name="positions">The dimension of the positions, 1 or 2; the result has them in the other.</param>
    /// <param name="direction">1, or −1 for the way back.</param>
    /// <param name="type">The type of the result.</param>
    Tensor TurnHeads(Tensor heads, Tensor factors, int positions, double direction, ScalarType type);

    /// <summary>Softmax of scores, in place and without gradients; those that a row does not see become 0.</summary>
    /// <param name="scores">[…, keys], contiguous.</param>
    /// <param name="period">The rows after which what is seen begins anew.</param>
    /// <param name="first">The i-th row of a period sees the first <paramref name="first"/> + i + 1 keys, or all that there are.</param>
    void MaskedSoftmax(Tensor scores, long period, long first);

    /// <summary>The gradient of softmax, in place: (gradient − mean) · weights.</summary>
    /// <param name="gradient">[…, keys], contiguous: the gradient of the weights.</param>
    /// <param name="mean">float32 […, 1]: the sum of gradient · weights of each row.</param>
    /// <param name="weights">The weights, alike <paramref name="gradient"/>.</param>
    void SoftmaxGradient(Tensor gradient, Tensor mean, Tensor weights);
}
