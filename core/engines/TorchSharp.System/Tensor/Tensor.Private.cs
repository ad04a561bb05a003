using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor MovedTo(Device? device, in Argument type, bool copy, bool nonBlocking) =>
            Ops.to_dtype_layout.Invoke(this, type, Argument.Default, InitializeDevice(device), Argument.Default, nonBlocking, copy);

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

        private (Tensor Output, Tensor Inverse, Tensor Counts) Distinct(bool sorted, bool inverse, bool counts, int? dimension) =>
            dimension is { } one
                ? Ops.unique_dim.Triple(this, one, sorted, inverse, counts)
                : Ops._unique2.Triple(this, sorted, inverse, counts);

        private Tensor[] NonzeroColumns()
        {
            using var indices = nonzero();
            return indices.chunk(ndim, 1);
        }

        private Tensor TakeAlong(IEnumerable<long> indices, long? dimension)
        {
            using var picks = tensor(indices.ToArray(), device: device);
            return Ops.take_along_dim.Invoke(this, picks, dimension);
        }

        private static long[] FirstOf(long count) => [.. Enumerable.Range(0, checked((int)count)).Select(dimension => (long)dimension)];

        private static long[] LastOf(long dimensions, long count) => [.. FirstOf(count).Select(dimension => dimensions - count + dimension)];

        // TorchSharp writes -1 where PyTorch has None.
        private static long? GivenOr(long value) => value == -1 ? null : value;
    }
}
