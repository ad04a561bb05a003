using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static Device CPU = new(DeviceType.CPU);

    /// <summary>Shapes without data.</summary>
    public static Device META = new(DeviceType.META);

    /// <summary>The first CUDA device.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>Apple's GPU.</summary>
    public static Device MPS => new(DeviceType.MPS);

    /// <summary>A device by description, as in <c>cuda:0</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by the name of its kind, and its index.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device by its kind and its index.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A CUDA device by its index.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Checks that a device can be used.</summary>
    /// <param name="device">The device; the default one when null.</param>
    /// <returns>The device.</returns>
    /// <exception cref="InvalidOperationException">It cannot be used.</exception>
    public static Device InitializeDevice(Device? device)
    {
        var chosen = device ?? s_defaultDevice;
        InitializeDeviceType(chosen.type);
        return chosen;
    }

    /// <summary>Checks that a kind of device can be used.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <exception cref="InvalidOperationException">It cannot be used.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"This libtorch has no {deviceType} devices.");
    }

    /// <summary>Whether a kind of device can be used.</summary>
    /// <param name="deviceType">The kind.</param>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => Native.engine_has_cuda(),
        _ => false,
    };

    /// <summary>Whether there is a CUDA device.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Whether there is a GPU of Apple's.</summary>
    public static bool mps_is_available() => false;

    /// <summary>NVIDIA's GPUs.</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is one.</summary>
        public static bool is_available() => Native.engine_has_cuda();

        /// <summary>Whether NVIDIA's library for neural networks is there.</summary>
        public static bool is_cudnn_available() => Native.engine_has_cuda();

        /// <summary>How many there are.</summary>
        /// <exception cref="NotSupportedException">There are some: this engine is written for the processor and cannot count them.</exception>
        public static int device_count() =>
            is_available() ? throw new NotSupportedException("This engine cannot count CUDA devices; build with TorchEngine=cuda.") : 0;

        /// <summary>Restarts the random numbers of the current device.</summary>
        /// <param name="seed">Where the sequence starts.</param>
        public static void manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>Restarts the random numbers of all devices.</summary>
        /// <param name="seed">Where the sequences start.</param>
        public static void manual_seed_all(long seed) => torch.manual_seed(seed);

        /// <summary>Waits until all work on a device is done.</summary>
        /// <param name="device">The device; the current one when null.</param>
        /// <exception cref="InvalidOperationException">There is no such device.</exception>
        public static void synchronize(Device? device = null)
        {
            // Reading an element waits for everything that was queued before it.
            using var element = zeros(1, device: InitializeDevice(device ?? CUDA));
            element.item<float>();
        }
    }
}
