using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One recorded call of a custom function. The native node owns this object through a handle, and this object knows the node only by address, so
/// that both go when the graph goes.
/// </summary>
internal sealed unsafe class FunctionNode
{
    private readonly string _name;
    private readonly autograd.AutogradContext _context;
    private readonly Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> _backward;
    private readonly bool[] _isTensor;
    private readonly (long[] Shape, ScalarType Type, Device Device)[] _outputs;

    private FunctionNode(
        string name, autograd.AutogradContext context, Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward, object[] arguments,
        List<Tensor> outputs)
    {
        _name = name;
        _context = context;
        _backward = backward;
        _isTensor = Array.ConvertAll(arguments, argument => argument is Tensor { IsInvalid: false });
        _outputs = [.. outputs.Select(output => (output.shape, output.dtype, output.device))];
    }

    /// <summary>Runs a forward pass without recording it, and records the whole as one step if an input asks for gradients.</summary>
    public static List<Tensor> Apply(
        string name, Func<autograd.AutogradContext, object[], List<Tensor>> forward,
        Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward, object[] arguments)
    {
        var context = new autograd.AutogradContext();
        List<Tensor> outputs;
        using (no_grad())
            outputs = forward(context, arguments);
        return new FunctionNode(name, context, backward, arguments, outputs).Connect(arguments, outputs);
    }

    private List<Tensor> Connect(object[] arguments, List<Tensor> outputs)
    {
        var inputs = autograd.Handles([.. arguments.OfType<Tensor>().Where(input => !input.IsInvalid)]);
        nint[] given = autograd.Handles(outputs), results = new nint[outputs.Count];
        nint[] dirty = autograd.Handles(_context.Dirty), constant = autograd.Handles(_context.NonDifferentiable);
        var saved = autograd.Handles(_context.Saved);
        nint node;
        var handle = GCHandle.Alloc(this); // the native node frees it, also when connecting fails
        fixed (byte* label = Encoding.UTF8.GetBytes(_name + "\0"))
        fixed (nint* input = inputs, output = given, changed = dirty, fixedOutput = constant, kept = saved, result = results)
            NativeError.Check(
                Native.engine_function_connect(
                    label, &Backward, &ManagedCallbacks.ReleaseHandle, (void*)GCHandle.ToIntPtr(handle), input, inputs.Length, output, given.Length,
                    changed, dirty.Length, fixedOutput, constant.Length, kept, saved.Length, result, &node),
                _name);
        _context.Node = node;
        _context.SavedCount = saved.Length;
        _context.Forget();
        GC.KeepAlive(arguments);
        return [.. outputs.Zip(results, Connected)];
    }

    // Most outputs are recorded where they are; an input that is returned unchanged comes back as a view of itself.
    private static Tensor Connected(Tensor output, nint result)
    {
        if (output.Handle != result)
            return new Tensor(result);
        Native.engine_tensor_release(result);
        return output;
    }

    [UnmanagedCallersOnly]
    private static int Backward(void* context, nint* gradients, int count, nint* results, int capacity)
    {
        try
        {
            ((FunctionNode)GCHandle.FromIntPtr((nint)context).Target!).Backward(new(gradients, count), new(results, capacity));
            return 0;
        }
        catch (Exception error)
        {
            ManagedCallbacks.Fail(error);
            return -1;
        }
    }

    private void Backward(ReadOnlySpan<nint> gradients, Span<nint> results)
    {
        using var scope = NewDisposeScope(); // what backward makes on the way goes when it has returned
        var given = new List<Tensor>(gradients.Length);
        for (var i = 0; i < gradients.Length; i++)
            given.Add(gradients[i] != 0 ? new Tensor(gradients[i]) : _context.MaterializeGrads ? Zeros(_outputs[i]) : null!);
        var returned = _backward(_context, given);
        Check(returned);
        var next = 0;
        for (var i = 0; i < _isTensor.Length; i++)
            if (_isTensor[i])
                results[next++] = returned[i] is { IsInvalid: false } gradient ? Native.engine_tensor_alias(gradient.Handle) : 0;
        GC.KeepAlive(returned);
    }

    private void Check(List<Tensor> returned)
    {
        if (returned.Count < _isTensor.Length || returned.Skip(_isTensor.Length).Any(extra => extra is not null))
            throw new InvalidOperationException(
                $"{_name}: backward must return one gradient for each of the {_isTensor.Length} arguments of forward, it returned {returned.Count}.");
        for (var i = 0; i < _isTensor.Length; i++)
            if (!_isTensor[i] && returned[i] is not null)
                throw new InvalidOperationException(
                    $"{_name}: backward returned a gradient for argument {i}, which is not a tensor; it must be null.");
    }

    private static Tensor Zeros((long[] Shape, ScalarType Type, Device Device) like) => zeros(like.Shape, like.Type, like.Device);
}
