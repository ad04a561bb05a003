using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Turns autocast off on this thread until it is disposed, for code that chooses its types itself.</summary>
internal sealed class AutocastPause : IDisposable
{
    private readonly bool _cuda;
    private readonly bool _before;
    private readonly sbyte _type;

    public AutocastPause(DeviceType device)
    {
        _cuda = device == DeviceType.CUDA;
        _before = Native.engine_autocast_enabled(_cuda);
        _type = Native.engine_autocast_dtype(_cuda);
        if (_before)
            Native.engine_autocast_set(_cuda, false, _type);
    }

    /// <summary>The type that autocast computes in on a device; null where it is off.</summary>
    public static ScalarType? TypeOn(DeviceType device)
    {
        var cuda = device == DeviceType.CUDA;
        return Native.engine_autocast_enabled(cuda) ? (ScalarType)Native.engine_autocast_dtype(cuda) : null;
    }

    public void Dispose()
    {
        if (_before)
            Native.engine_autocast_set(_cuda, true, _type);
    }
}
