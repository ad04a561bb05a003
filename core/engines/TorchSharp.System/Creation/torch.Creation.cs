using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType s_defaultType = ScalarType.Float32;
    private static Device s_defaultDevice = new(DeviceType.CPU);

    /// <summary>The type of elements that creation functions use when none is given.</summary>
    public static ScalarType get_default_dtype() => s_defaultType;

    /// <summary>Sets the type of elements that creation functions use when none is given.</summary>
    /// <param name="dtype">A floating-point type.</param>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public static void set_default_dtype(ScalarType dtype) =>
        s_defaultType = is_floating_point(dtype)
            ? dtype
            : throw new ArgumentException($"Only floating-point types can be the default; {dtype} is not one.", nameof(dtype));

    /// <summary>Sets the type of elements that creation functions use when none is given to that of a tensor.</summary>
    /// <param name="t">A tensor of floating-point numbers.</param>
    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);

    /// <summary>The device that creation functions use when none is given.</summary>
    public static Device get_default_device() => s_defaultDevice;

    /// <summary>Sets the device that creation functions use when none is given.</summary>
    /// <param name="device">The device.</param>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        s_defaultDevice = InitializeDevice(device);
    }

    /// <summary>Sets the device that creation functions use when none is given.</summary>
    /// <param name="device">As in <c>cuda:0</c>.</param>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>Numbers from zero up to, but without, a limit.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from a first one up to, but without, a limit.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers at a distance from a first one up to, but without, a limit; 64-bit integers if all three are integers.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integral = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (integral ? ScalarType.Int64 : s_defaultType);
        return Ops.arange_start_step.Invoke(start, stop, step, type, Argument.Default, InitializeDevice(device)).Recording(requires_grad);
    }

    /// <summary>So many numbers at equal distances, from the first to the last.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.linspace.Invoke(start, end, steps, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);

    /// <summary>So many numbers at equal ratios, from one power of the base to another.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.logspace.Invoke(start, end, steps, @base, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);

    /// <summary>A matrix with ones on its diagonal.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns; as many as rows when -1.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">Where the tensor lives.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    /// <param name="names">Must be null: dimensions have no names in this engine.</param>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Ops.eye_m.Invoke(rows, columns == -1 ? rows : columns, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad, names);

    /// <summary>Memory without a meaning yet, with the given strides.</summary>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Ops.empty_strided.Invoke(size, strides, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad, names);

    /// <summary>The indices of a matrix's lower triangle: [2, count].</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.tril_indices.Invoke(row, col, offset, dtype, Argument.Default, InitializeDevice(device));

    /// <summary>The indices of a matrix's upper triangle: [2, count].</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.triu_indices.Invoke(row, col, offset, dtype, Argument.Default, InitializeDevice(device));

    /// <summary>A tensor over a file that is mapped into memory.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="shared">Whether changes reach the file.</param>
    /// <param name="size">The number of elements.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">Where the tensor lives.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    public static Tensor from_file(
        string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Ops.from_file.Invoke(filename, shared, size, dtype ?? s_defaultType, Argument.Default, InitializeDevice(device)).Recording(requires_grad);

    /// <summary>Normally distributed numbers.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randn(size, dtype, device, false, generator, names).mul_(std).add_(mean).Recording(requires_grad);
}
