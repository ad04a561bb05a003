using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of modules that keep the module's own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves all parameters and buffers.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves all parameters and buffers to a device by its description, as in <c>cuda:0</c>.</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module =>
        module.to(new Device(device), non_blocking);

    /// <summary>Moves all parameters and buffers to a kind of device.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Converts all floating-point parameters and buffers.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(type, non_blocking);

    /// <summary>Converts and moves all floating-point parameters and buffers; others are moved.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(device, type, non_blocking);

    /// <summary>Converts and moves all parameters and buffers to the type and device of a tensor.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(other, non_blocking);

    /// <summary>Moves all parameters and buffers to the processor.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves all parameters and buffers to a CUDA device.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        module.to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts all floating-point parameters and buffers to half precision.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float16, non_blocking);

    /// <summary>Converts all floating-point parameters and buffers to bfloat16.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.BFloat16, non_blocking);

    /// <summary>Converts all floating-point parameters and buffers to single precision.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float32, non_blocking);

    /// <summary>Converts all floating-point parameters and buffers to double precision.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float64, non_blocking);
}
