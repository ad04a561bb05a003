using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An ATen operator, found by schema name when first called. One static field an operator is all that the rest of the engine needs.</summary>
/// <param name="name">The name without its namespace, as in <c>add</c>; <c>prims::…</c> style names keep theirs.</param>
/// <param name="overload">The overload's name, as in <c>Tensor</c>; empty for the first one.</param>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private nint _handle;

    public string Name => (name.Contains("::") ? name : "aten::" + name) + (overload.Length == 0 ? "" : "." + overload);

    private nint Handle => _handle != 0 ? _handle : Find();

    public Tensor Invoke(in Argument a0)
    {
        var values = a0.Value;
        Value result;
        Check(Native.engine_call(Handle, &values, 1, &result, 1));
        GC.KeepAlive(a0.Owner);
        return Single(result);
    }

    [SkipLocalsInit]
    public Tensor Invoke(in Argument a0, in Argument a1)
    {
        var values = stackalloc Value[2];
        values[0] = a0.Value;
        values[1] = a1.Value;
        Value result;
        Check(Native.engine_call(Handle, values, 2, &result, 1));
        GC.KeepAlive(a0.Owner);
        GC.KeepAlive(a1.Owner);
        return Single(result);
    }

    [SkipLocalsInit]
    public Tensor Invoke(in Argument a0, in Argument a1, in Argument a2)
    {
        var values = stackalloc Value[3];
        values[0] = a0.Value;
        values[1] = a1.Value;
        values[2] = a2.Value;
        Value result;
        Check(Native.engine_call(Handle, values, 3, &result, 1));
        GC.KeepAlive(a0.Owner);
        GC.KeepAlive(a1.Owner);
        GC.KeepAlive(a2.Owner);
        return Single(result);
    }

    public Tensor Invoke(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, new Span<Value>(&result, 1));
        return Single(result);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that argument.</summary>
    [SkipLocalsInit]
    public Tensor InPlace(Tensor self, in Argument a1)
    {
        var values = stackalloc Value[2];
        values[0] = ((Argument)self).Value;
        values[1] = a1.Value;
        Value result;
        Check(Native.engine_call(Handle, values, 2, &result, 1));
        GC.KeepAlive(a1.Owner);
        return Same(self, result);
    }

    /// <inheritdoc cref="InPlace(Tensor, in Argument)"/>
    public Tensor InPlace(Tensor self, params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run([self, .. arguments], new Span<Value>(&result, 1));
        return Same(self, result);
    }

    public (Tensor, Tensor) Pair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[2];
        Run(arguments, new Span<Value>(results, 2));
        return (Single(results[0]), Single(results[1]));
    }

    public (Tensor, Tensor, Tensor) Triple(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[3];
        Run(arguments, new Span<Value>(results, 3));
        return (Single(results[0]), Single(results[1]), Single(results[2]));
    }

    public (Tensor, Tensor, Tensor, Tensor) Quadruple(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[4];
        Run(arguments, new Span<Value>(results, 4));
        return (Single(results[0]), Single(results[1]), Single(results[2]), Single(results[3]));
    }

    public Tensor[] List(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, new Span<Value>(&result, 1));
        var values = new ReadOnlySpan<Value>((void*)result.Pointer, result.Count);
        var tensors = new Tensor[values.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = Single(values[i]);
        return tensors;
    }

    /// <summary>Calls an operator that returns no tensor: nothing, or a number.</summary>
    public Value Plain(params ReadOnlySpan<Argument> arguments)
    {
        Value result = default;
        Run(arguments, new Span<Value>(&result, 1));
        return result;
    }

    private void Run(ReadOnlySpan<Argument> arguments, Span<Value> results)
    {
        var values = stackalloc Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            values[i] = arguments[i].Value;
        fixed (Value* first = results)
            Check(Native.engine_call(Handle, values, arguments.Length, first, results.Length));
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Owner);
    }

    // An operator may return an undefined tensor, for example the gradient of an input that needs none.
    private static Tensor Single(in Value result) => result.Kind == ValueKind.Tensor ? new Tensor(result.Pointer) : null!;

    // The result of an in-place operator is its first argument with one more reference.
    private static Tensor Same(Tensor self, in Value result)
    {
        Native.engine_tensor_release(result.Pointer);
        return self;
    }

    private void Check(int code)
    {
        if (code < 0)
            NativeError.Throw(code, Name);
    }

    private nint Find()
    {
        var handle = Native.engine_find_operator(name.Contains("::") ? name : "aten::" + name, overload);
        if (handle == 0)
            throw new NotSupportedException($"The operator {Name} is not in libtorch {NativeLibraries.TorchVersion}: {NativeError.Message}");
        return _handle = handle;
    }
}
