using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Converts and moves all floating-point parameters and buffers; others are moved. All stay the same objects.</summary>
            /// <param name="device">The device to move to.</param>
            /// <param name="dtype">A floating-point or complex type.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may go on in the background.</param>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) =>
                Converted(Convertible(dtype), device, non_blocking);

            /// <summary>Moves all parameters and buffers, which stay the same objects.</summary>
            /// <param name="deviceType">The kind of device to move to.</param>
            /// <param name="deviceIndex">Which one; -1 is the current one.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may go on in the background.</param>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Converted(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Converts all floating-point parameters and buffers, which stay the same objects.</summary>
            /// <param name="dtype">A floating-point or complex type.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may go on in the background.</param>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Converted(Convertible(dtype), null, non_blocking);

            /// <summary>Converts and moves all parameters and buffers to the type and device of a tensor.</summary>
            /// <param name="other">The example.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may go on in the background.</param>
            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            /// <summary>Converts and moves the module's own tensors and those of its parts.</summary>
            /// <param name="dtype">The type of floating-point tensors; null keeps theirs.</param>
            /// <param name="device">The device; null keeps theirs.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may go on in the background.</param>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var silent = no_grad();
                foreach (var (_, child) in named_children())
                    child._toEpilog(dtype, device, non_blocking);
                foreach (var parameter in _internal_params.values())
                    Convert(parameter, dtype, device, non_blocking);
                foreach (var (buffer, _) in _internal_buffers.values())
                    Convert(buffer, dtype, device, non_blocking);
            }

            private Module Converted(ScalarType? dtype, Device? device, bool non_blocking)
            {
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            private static ScalarType Convertible(ScalarType dtype) =>
                is_floating_point(dtype) || is_complex(dtype)
                    ? dtype
                    : throw new ArgumentException($"A module converts to a floating-point or complex type, not to {dtype}.", nameof(dtype));

            // The tensor object stays, so that optimisers and other modules that share it go on with the new values.
            private static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var type = dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                if (type == tensor.dtype && place.type == tensor.device_type && place.index == tensor.device_index)
                    return;
                using var gradient = tensor.grad;
                tensor.grad = null;
                using var moved = tensor.to(type, place, copy: true, non_blocking: non_blocking);
                NativeError.Check(Native.engine_tensor_set_data(tensor.Handle, moved.Handle), nameof(Module) + ".to");
                if (gradient is null)
                    return;
                using var movedGradient = gradient.to(type, place, copy: true, non_blocking: non_blocking);
                tensor.grad = movedGradient;
            }
        }
    }
}
