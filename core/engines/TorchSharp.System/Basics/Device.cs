using System.Globalization;

namespace TorchSharp;

/// <summary>A kind of device; the values are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>NVIDIA's GPUs.</summary>
    CUDA = 1,

    /// <summary>Intel's deep-learning library.</summary>
    MKLDNN = 2,

    /// <summary>OpenGL.</summary>
    OPENGL = 3,

    /// <summary>OpenCL.</summary>
    OPENCL = 4,

    /// <summary>IDEEP.</summary>
    IDEEP = 5,

    /// <summary>AMD's GPUs.</summary>
    HIP = 6,

    /// <summary>Programmable logic.</summary>
    FPGA = 7,

    /// <summary>Microsoft's accelerator.</summary>
    MSNPU = 8,

    /// <summary>XLA and TPUs.</summary>
    XLA = 9,

    /// <summary>Apple's GPUs.</summary>
    MPS = 13,

    /// <summary>Shapes without data.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and its index.</summary>
    public class Device
    {
        /// <summary>Parses <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
        /// <param name="description">The kind in lower case, with an index after a colon if there is one.</param>
        /// <exception cref="ArgumentException">The kind is unknown or the index is not a number.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = Parse(parts[0]);
            if (parts.Length > 2 || parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                throw new ArgumentException($"'{description}' is not a device; 'cpu' and 'cuda:0' are.", nameof(description));
            index = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : DefaultIndex(type);
        }

        /// <summary>A device by the name of its kind.</summary>
        /// <param name="deviceType">The kind in lower case.</param>
        /// <param name="index">Which one; -1 is the current one.</param>
        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index)
        {
        }

        /// <summary>A device of a kind.</summary>
        /// <param name="deviceType">The kind.</param>
        /// <param name="index">Which one; -1 is the current one.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index == -1 ? DefaultIndex(deviceType) : index;
        }

        /// <summary>A CUDA device by index.</summary>
        /// <param name="index">Which one.</param>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which device of its kind; -1 for kinds that have only one.</summary>
        public int index { get; }

        /// <summary>Parses a description.</summary>
        /// <param name="description">As in <c>cuda:0</c>.</param>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public override string ToString() => type == DeviceType.CPU ? "cpu" : $"{type.ToString().ToLowerInvariant()}{(index < 0 ? "" : $":{index}")}";

        private static int DefaultIndex(DeviceType type) => type == DeviceType.CUDA ? 0 : -1;

        private static DeviceType Parse(string name) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && !char.IsDigit(name[0])
                ? type
                : throw new ArgumentException($"'{name}' is not a kind of device; 'cpu', 'cuda' and 'meta' are.", nameof(name));
    }
}
