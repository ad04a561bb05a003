using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>
/// The runtime over the TorchSharp packages. What they do not export is called in libtorch itself, by the C++ names of functions whose arguments are
/// plain numbers (libtorch 2.4 and newer).
/// </summary>
internal sealed unsafe class PackageTorchRuntime : ITorchRuntime, IAutocastSwitches
{
    private const string LibTorch = "torch_cpu";
    private const string Cuda = "cudart";

    private long _peak;

    static PackageTorchRuntime() => InitializeDeviceType(DeviceType.CPU);

    public string Description => $"packaged libtorch, {(cuda.is_available() ? "CUDA" : "CPU")}";

    public string? BlasLibrary => null;

    public int Threads
    {
        get => get_num_threads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            set_num_threads(value);
        }
    }

    public IDisposable Autocast(DeviceType device, ScalarType type, bool enabled) => new AutocastRegion(this, device, enabled, type);

    public ScalarType? AutocastType(DeviceType device) => IsEnabled(device) ? Type(device) : null;

    public MemoryStatistics? Memory(Device device)
    {
        nint free, total;
        if (device.type != DeviceType.CUDA || cudaMemGetInfo(&free, &total) != 0)
            return null;
        var used = total - free; // of the whole device: the packages do not tell what their allocator keeps
        _peak = Math.Max(_peak, used);
        return new MemoryStatistics(used, _peak, 0, total);
    }

    public void ResetPeakMemory(Device device) => _peak = 0;

    public Tensor FromMemory(void* data, ReadOnlySpan<long> shape, ScalarType type, Action? release)
    {
        long elements = 1;
        foreach (var size in shape)
            elements *= size;
        Releaser? releaser = null;
        if (release is not null)
        {
            // The delegate must outlive the tensor; it frees its own handle when libtorch calls it.
            GCHandle handle = default;
            releaser = _ =>
            {
                release();
                handle.Free();
            };
            handle = GCHandle.Alloc(releaser);
        }
        var tensor = THSTensor_frombuffer(data, releaser, elements, 0, (sbyte)type, (sbyte)type, 0, -1, false);
        if (tensor == 0)
            throw new ExternalException("libtorch refused to make a tensor over foreign memory.");
        using var flat = Tensor.UnsafeCreateTensor(tensor);
        return flat.reshape(shape.ToArray());
    }

    public bool KeepsFramesApart(Tensor weight) => false; // the package promises nothing of the kind

    public Tensor CausalConvolution(Tensor frames, Tensor weight, Tensor? bias, long zerosBefore)
    {
        using var scope = NewDisposeScope();
        var seen = zerosBefore == 0 ? frames : nn.functional.pad(frames, [0L, 0, 0, 0, zerosBefore, 0]);
        return nn.functional.conv3d(seen, weight, bias, padding: [0, 1, 1]).MoveToOuterDisposeScope();
    }

    public Tensor FrameNorm(Tensor frames, Tensor scale, Tensor shift, long groups, double epsilon, bool perFrame, bool silu)
    {
        using var scope = NewDisposeScope();
        var full = frames.to_type(scale.dtype); // libtorch normalises a short type by parameters of the same type only
        var single = full.transpose(1, 2);
        var normalised = perFrame
            ? nn.functional.group_norm(single.flatten(0, 1), groups, eps: epsilon).view(single.shape).transpose(1, 2)
            : nn.functional.group_norm(full, groups, eps: epsilon);
        var result = normalised.mul(scale.unsqueeze(-1).unsqueeze(-1)).add(shift.unsqueeze(-1).unsqueeze(-1));
        return (silu ? nn.functional.silu(result) : result).to_type(frames.dtype).MoveToOuterDisposeScope();
    }

    public Tensor RootMeanSquareNorm(Tensor vectors, Tensor scale, double epsilon, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var wide = vectors.to_type(ScalarType.Float32);
        var deviations = (wide.square().mean([-1], keepdim: true) + epsilon).rsqrt();
        return (wide * deviations * scale).to_type(type).MoveToOuterDisposeScope();
    }

    public Tensor GatedSilu(Tensor gate, Tensor up)
    {
        using var opened = nn.functional.silu(gate);
        return opened * up;
    }

    public Tensor TurnHeads(Tensor heads, Tensor factors, int positions, double direction, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var half = heads.shape[^1] / 2;
        var (cosines, sines) = (factors[0], factors[1]);
        if (positions == 1)
            (cosines, sines) = (cosines.unsqueeze(1), sines.unsqueeze(1));
        var still = heads.to_type(ScalarType.Float32);
        var turned = still.mul(cosines);
        turned.narrow(-1, 0, half).addcmul_(still.narrow(-1, half, half), sines.narrow(-1, 0, half), direction);
        turned.narrow(-1, half, half).addcmul_(still.narrow(-1, 0, half), sines.narrow(-1, half, half), direction);
        return turned.to_type(type).transpose(1, 2).contiguous().MoveToOuterDisposeScope();
    }

    public void MaskedSoftmax(Tensor scores, long period, long first)
    {
        using var scope = NewDisposeScope();
        if (first + 1 < scores.shape[^1])
        {
            var later = ones([period, scores.shape[^1]], ScalarType.Bool, scores.device).triu(first + 1);
            scores.view(-1, period, scores.shape[^1]).masked_fill_(later, double.NegativeInfinity);
        }
        scores.copy_(scores.softmax(-1));
    }

    public void SoftmaxGradient(Tensor gradient, Tensor mean, Tensor weights) => gradient.sub_(mean).mul_(weights);

    public bool IsEnabled(DeviceType device) => IsEnabledNative((sbyte)device);

    public ScalarType Type(DeviceType device) => (ScalarType)TypeNative((sbyte)device);

    public void Set(DeviceType device, bool enabled, ScalarType type)
    {
        SetTypeNative((sbyte)device, (sbyte)type);
        SetEnabledNative((sbyte)device, enabled);
    }

    public void Forget() => ClearCacheNative();

    private delegate void Releaser(nint data);

    [DllImport(LibTorch, EntryPoint = "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static extern bool IsEnabledNative(sbyte device);

    [DllImport(LibTorch, EntryPoint = "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb")]
    private static extern void SetEnabledNative(sbyte device, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [DllImport(LibTorch, EntryPoint = "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE")]
    private static extern sbyte TypeNative(sbyte device);

    [DllImport(LibTorch, EntryPoint = "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE")]
    private static extern void SetTypeNative(sbyte device, sbyte type);

    [DllImport(LibTorch, EntryPoint = "_ZN2at8autocast11clear_cacheEv")]
    private static extern void ClearCacheNative();

    [DllImport("LibTorchSharp")]
    private static extern nint THSTensor_frombuffer(
        void* data, Releaser? release, long count, long offset, sbyte type, sbyte dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [DllImport(Cuda)]
    private static extern int cudaMemGetInfo(nint* free, nint* total);
}
