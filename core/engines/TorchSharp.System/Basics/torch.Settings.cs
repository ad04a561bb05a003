using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static bool s_deterministicWarnOnly;

    /// <summary>The version of libtorch.</summary>
    public static string __version__
    {
        get
        {
            Native.engine_threads(); // loads the library, which tells its version
            return NativeLibraries.TorchVersion;
        }
    }

    /// <summary>The innermost dispose scope of this thread; null without one.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Innermost;

    /// <summary>The number of threads that an operation may use.</summary>
    public static int get_num_threads() => Native.engine_threads();

    /// <summary>Sets the number of threads that an operation may use.</summary>
    /// <param name="num">At least 1.</param>
    public static void set_num_threads(int num) => NativeError.Check(Native.engine_set_threads(num), nameof(set_num_threads));

    /// <summary>The number of threads for operations that run side by side.</summary>
    public static int get_num_interop_threads() => Native.engine_interop_threads();

    /// <summary>Sets the number of threads for operations that run side by side; possible once, before the first of them.</summary>
    /// <param name="num">At least 1.</param>
    public static void set_num_interop_threads(int num) =>
        NativeError.Check(Native.engine_set_interop_threads(num), nameof(set_num_interop_threads));

    /// <summary>Lets only deterministic implementations run.</summary>
    /// <param name="mode">False lets all run.</param>
    /// <param name="warn_only">Warns about others rather than refusing them.</param>
    /// <returns>An object that restores what was set before when it is disposed.</returns>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
    {
        var (before, beforeWarnOnly) = (are_deterministic_algorithms_enabled(), s_deterministicWarnOnly);
        Set(mode, warn_only);
        return new Restoring(() => Set(before, beforeWarnOnly));

        static void Set(bool enabled, bool warnOnly)
        {
            Native.engine_set_deterministic(enabled, warnOnly);
            s_deterministicWarnOnly = enabled && warnOnly;
        }
    }

    /// <summary>Whether only deterministic implementations run.</summary>
    public static bool are_deterministic_algorithms_enabled() => Native.engine_deterministic();

    /// <summary>Whether implementations that are not deterministic only cause a warning.</summary>
    public static bool is_deterministic_algorithms_warn_only_enabled() => s_deterministicWarnOnly;

    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Whether a tensor is a lazily conjugated view.</summary>
    public static bool is_conj(Tensor input) => input.is_conj();

    /// <summary>The real parts, as a view.</summary>
    public static Tensor real(Tensor input) => input.real;

    /// <summary>The imaginary parts, as a view.</summary>
    public static Tensor imag(Tensor input) => input.imag;

    /// <summary>Whether libtorch uses the newer interface of the C++ library.</summary>
    public static bool compiled_with_cxx11_abi() => true;

    /// <summary>The type of the result of an operation on two tensors.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Ops.result_type_Tensor.Plain(tensor1, tensor2).Integer;

    /// <summary>Whether a type may become another in an operation in place.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Ops.can_cast.Truth(from, to);

    /// <summary>The smallest type that two types fit.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Ops.promote_types.Plain(type1, type2).Integer;

    /// <summary>The largest integer of a type.</summary>
    /// <exception cref="ArgumentException">The type holds no integers.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"{type} holds no integers.", nameof(type)),
    };

    /// <summary>The common shape that tensors of these shapes are repeated to.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var common = new long[shapes.Select(shape => shape.Length).DefaultIfEmpty().Max()];
        Array.Fill(common, 1);
        foreach (var shape in shapes)
        {
            var place = common.AsSpan(common.Length - shape.Length);
            for (var i = 0; i < shape.Length; i++)
            {
                if (place[i] != 1 && shape[i] != 1 && place[i] != shape[i])
                    throw new ArgumentException(
                        $"The shapes {string.Join(" and ", shapes.Select(one => $"[{string.Join(", ", one)}]"))} do not broadcast.");
                place[i] = place[i] == 1 ? shape[i] : place[i];
            }
        }
        return new Size(common);
    }

    private sealed class Restoring(Action restore) : IDisposable
    {
        private Action? _restore = restore;

        public void Dispose() => Interlocked.Exchange(ref _restore, null)?.Invoke();
    }
}
