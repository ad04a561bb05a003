using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Restarts the default random numbers.</summary>
    /// <param name="seed">Where the sequence starts.</param>
    /// <returns>The default generator.</returns>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Restarts the default random numbers at a place that cannot be foreseen, and returns that seed.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed that the default random numbers started with.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the default generator, as a tensor of bytes.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Lets the default generator continue from a state.</summary>
    /// <param name="new_state">What <see cref="get_rng_state"/> returned.</param>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>A number from [0, 1).</summary>
    /// <param name="generator">Where the number comes from; the default generator when null.</param>
    public static double rand_float(Generator? generator = null)
    {
        using var number = Ops.rand_generator.Invoke(ReadOnlySpan<long>.Empty, generator, ScalarType.Float32);
        return number.item<float>();
    }

    /// <summary>A normally distributed number.</summary>
    /// <param name="generator">Where the number comes from; the default generator when null.</param>
    public static double randn_float(Generator? generator = null)
    {
        using var number = Ops.randn_generator.Invoke(ReadOnlySpan<long>.Empty, generator, ScalarType.Float32);
        return number.item<float>();
    }

    /// <summary>An integer from [low, high).</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">One more than the largest.</param>
    /// <param name="generator">Where the number comes from; the default generator when null.</param>
    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var number = Ops.randint_low_generator.Invoke(low, high, ReadOnlySpan<long>.Empty, generator, ScalarType.Int64);
        return number.item<long>();
    }

    /// <summary>Integers from [low, high).</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Ops.randint_low_generator.Invoke(low, high, size, generator, dtype ?? ScalarType.Int64, Argument.Default, InitializeDevice(device))
            .Recording(requires_grad, names);

    /// <summary>Integers from [0, high).</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Integers from [low, high).</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Integers from [0, high).</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Integers from [low, high).</summary>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint((long)low, high, Array.ConvertAll(size, one => (long)one), dtype, device, requires_grad, generator, names);

    /// <summary>Integers from [0, high).</summary>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0L, high, Array.ConvertAll(size, one => (long)one), dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers, under the names of PyTorch's module.</summary>
    public static partial class random
    {
        /// <inheritdoc cref="torch.manual_seed(long)"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.seed()"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed()"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.get_rng_state()"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state(Tensor)"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
