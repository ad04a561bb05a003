using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor MovedTo(Device device, in Argument type, bool copy, bool nonBlocking) =>
            Ops.to_dtype_layout.Invoke(this, type, Argument.Default, device, Argument.Default, nonBlocking, copy);

        private Tensor Converted(Tensor result, bool disposeThis)
        {
            if (disposeThis)
                Dispose();
            return result;
        }

        private static Device OnlyCuda(Device? device) =>
            device is null || device.type == DeviceType.CUDA
                ? device ?? new Device(DeviceType.CUDA)
                : throw new ArgumentException($"'{device}' is not a CUDA device.", nameof(device));

        // The operators return all three; TorchSharp returns what was asked for, and null otherwise.
        private static (Tensor output, Tensor? inverse_indices, Tensor? counts) OnlyAsked(
            (Tensor Output, Tensor Inverse, Tensor Counts) all, bool inverse, bool counts)
        {
            if (!inverse)
                all.Inverse.Dispose();
            if (!counts)
                all.Counts.Dispose();
            return (all.Output, inverse ? all.Inverse : null, counts ? all.Counts : null);
        }
    }
}
