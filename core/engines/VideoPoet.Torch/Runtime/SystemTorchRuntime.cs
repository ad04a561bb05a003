using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>The runtime over the system's libtorch, through the engine's own native part.</summary>
internal sealed unsafe class SystemTorchRuntime : ITorchRuntime, IAutocastSwitches
{
    private static readonly Operator s_causalConvolution = new("videopoet::causal_conv3d");
    private static readonly Operator s_keepsFramesApart = new("videopoet::keeps_frames_apart");
    private static readonly Operator s_frameNorm = new("videopoet::frame_norm");
    private static readonly Operator s_rootMeanSquare = new("videopoet::root_mean_square");
    private static readonly Operator s_gatedSilu = new("videopoet::gated_silu");
    private static readonly Operator s_turnHeads = new("videopoet::turn_heads");
    private static readonly Operator s_maskedSoftmax = new("videopoet::masked_softmax_");
    private static readonly Operator s_softmaxGradient = new("videopoet::softmax_gradient_");

    public string Description
    {
        get
        {
            _ = Native.engine_threads(); // loads the library, which tells its version
            return $"system libtorch {NativeLibraries.TorchVersion}";
        }
    }

    public string? BlasLibrary
    {
        get
        {
            _ = Native.engine_threads();
            return File.ReadLines("/proc/self/maps")
                .Select(line => line[(line.LastIndexOf(' ') + 1)..])
                .FirstOrDefault(file => file.Contains("blas", StringComparison.OrdinalIgnoreCase));
        }
    }

    public int Threads
    {
        get => Native.engine_threads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            NativeError.Check(Native.engine_set_threads(value), nameof(Threads));
        }
    }

    public IDisposable Autocast(DeviceType device, ScalarType type, bool enabled) => new AutocastRegion(this, device, enabled, type);

    public ScalarType? AutocastType(DeviceType device) => IsEnabled(device) ? Type(device) : null;

    public MemoryStatistics? Memory(Device device)
    {
        if (device.type != DeviceType.CPU)
            return null;
        MemoryInfo info;
        Native.engine_memory_info(&info);
        return new MemoryStatistics(info.Allocated, info.Peak, info.Cached, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }

    public void ResetPeakMemory(Device device)
    {
        if (device.type == DeviceType.CPU)
            Native.engine_memory_reset_peak();
    }

    public Tensor FromMemory(void* data, ReadOnlySpan<long> shape, ScalarType type, Action? release) =>
        ForeignMemory.Wrap(data, shape, type, release);

    public bool KeepsFramesApart(Tensor weight) => s_keepsFramesApart.Truth(weight);

    public Tensor CausalConvolution(Tensor frames, Tensor weight, Tensor? bias, long zerosBefore) =>
        s_causalConvolution.Invoke(frames, weight, bias, zerosBefore);

    public Tensor FrameNorm(Tensor frames, Tensor scale, Tensor shift, long groups, double epsilon, bool perFrame, bool silu) =>
        s_frameNorm.Invoke(frames, scale, shift, groups, epsilon, perFrame, silu);

    public Tensor RootMeanSquareNorm(Tensor vectors, Tensor scale, double epsilon, ScalarType type) =>
        s_rootMeanSquare.Invoke(vectors, scale, epsilon, IsBrief(type));

    public Tensor GatedSilu(Tensor gate, Tensor up) => s_gatedSilu.Invoke(gate, up);

    public Tensor TurnHeads(Tensor heads, Tensor factors, int positions, double direction, ScalarType type) =>
        s_turnHeads.Invoke(heads, factors, (long)positions, direction, IsBrief(type));

    public void MaskedSoftmax(Tensor scores, long period, long first) => s_maskedSoftmax.Invoke(scores, period, first).Dispose();

    public void SoftmaxGradient(Tensor gradient, Tensor mean, Tensor weights) => s_softmaxGradient.Invoke(gradient, mean, weights).Dispose();

    public bool IsEnabled(DeviceType device) => Native.engine_autocast_enabled(device == DeviceType.CUDA);

    public ScalarType Type(DeviceType device) => (ScalarType)Native.engine_autocast_dtype(device == DeviceType.CUDA);

    public void Set(DeviceType device, bool enabled, ScalarType type) =>
        Native.engine_autocast_set(device == DeviceType.CUDA, enabled, (sbyte)type);

    public void Forget()
    {
        // libtorch forgets with the outermost of the regions that it counts.
        Native.engine_autocast_nest();
        Native.engine_autocast_unnest();
    }

    // The processor's own kernels know two types.
    private static bool IsBrief(ScalarType type) => type switch
    {
        ScalarType.BFloat16 => true,
        ScalarType.Float32 => false,
        _ => throw new ArgumentException($"the processor computes in single precision or bfloat16, not in {type}.", nameof(type)),
    };
}
