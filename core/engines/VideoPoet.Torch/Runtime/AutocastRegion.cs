using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>The switches of libtorch's autocast, as one engine reaches them; all of them belong to the current thread.</summary>
internal interface IAutocastSwitches
{
    bool IsEnabled(DeviceType device);

    ScalarType Type(DeviceType device);

    void Set(DeviceType device, bool enabled, ScalarType type);

    /// <summary>Drops the converted weights.</summary>
    void Forget();
}

/// <summary>Sets autocast on the current thread and restores what was before.</summary>
/// <remarks>
/// Converted weights stay within their region: they belong to the graph that they were made in, or to none where gradients were off, and a part of a
/// network that is computed once more for backward would take them and give its weights no gradient.
/// </remarks>
internal sealed class AutocastRegion : IDisposable
{
    private readonly IAutocastSwitches _switches;
    private readonly DeviceType _device;
    private readonly bool _enabled;
    private readonly bool _enabledBefore;
    private readonly ScalarType _typeBefore;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _left;

    public AutocastRegion(IAutocastSwitches switches, DeviceType device, bool enabled, ScalarType type)
    {
        Check(device, type);
        _switches = switches;
        _device = device;
        _enabled = enabled;
        _enabledBefore = switches.IsEnabled(device);
        _typeBefore = switches.Type(device);
        switches.Set(device, enabled, type);
        if (enabled)
            switches.Forget();
    }

    public void Dispose()
    {
        if (_left)
            return;
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("An autocast region must be left on the thread that entered it: do not await inside it.");
        _left = true;
        if (_enabled)
            _switches.Forget();
        _switches.Set(_device, _enabledBefore, _typeBefore);
    }

    private static void Check(DeviceType device, ScalarType type)
    {
        var suits = device switch
        {
            DeviceType.CPU => type == ScalarType.BFloat16,
            DeviceType.CUDA => type is ScalarType.BFloat16 or ScalarType.Float16,
            _ => throw new ArgumentException($"Autocast is for CPU and CUDA, not for {device}.", nameof(device)),
        };
        if (!suits)
            throw new ArgumentException($"Autocast on {device} cannot compute in {type}; BFloat16 works everywhere, Float16 on CUDA.", nameof(type));
    }
}
