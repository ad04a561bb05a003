using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Something that is done with everything that an optimiser remembers of a parameter.</summary>
internal abstract class StateExchange
{
    public abstract void Number(ref long value);

    public abstract void Number(ref double value);

    /// <summary>A tensor that is there as soon as the state is initialised.</summary>
    public abstract void Required(ref Tensor tensor);

    public abstract void Optional(ref Tensor? tensor);
}

internal sealed class StateWriter(BinaryWriter writer) : StateExchange
{
    public override void Number(ref long value) => writer.Write(value);

    public override void Number(ref double value) => writer.Write(value);

    public override void Required(ref Tensor tensor) => tensor.Save(writer);

    public override void Optional(ref Tensor? tensor) => OptimizerState.Write(writer, tensor);
}

internal sealed class StateReader(BinaryReader reader, Parameter parameter) : StateExchange
{
    public override void Number(ref long value) => value = reader.ReadInt64();

    public override void Number(ref double value) => value = reader.ReadDouble();

    public override void Required(ref Tensor tensor) => tensor.Load(reader);

    public override void Optional(ref Tensor? tensor) => OptimizerState.Read(reader, ref tensor, parameter.device);
}

/// <summary>All values of a state in order.</summary>
internal sealed class StateList : StateExchange
{
    public Queue<object?> Values { get; } = [];

    public static Queue<object?> Of(OptimizerState state)
    {
        var list = new StateList();
        state.Exchange(list);
        return list.Values;
    }

    public override void Number(ref long value) => Values.Enqueue(value);

    public override void Number(ref double value) => Values.Enqueue(value);

    public override void Required(ref Tensor tensor) => Values.Enqueue(tensor);

    public override void Optional(ref Tensor? tensor) => Values.Enqueue(tensor);
}

/// <summary>Copies from a state of the same kind to a device; the tensors that are replaced are disposed.</summary>
internal sealed class StateCopy(OptimizerState source, Device device) : StateExchange
{
    private readonly Queue<object?> _values = StateList.Of(source);

    public override void Number(ref long value) => value = (long)_values.Dequeue()!;

    public override void Number(ref double value) => value = (double)_values.Dequeue()!;

    public override void Required(ref Tensor tensor)
    {
        Tensor? replaced = tensor;
        Optional(ref replaced);
        tensor = replaced!;
    }

    public override void Optional(ref Tensor? tensor)
    {
        using var silent = no_grad();
        var copy = ((Tensor?)_values.Dequeue())?.to(device, copy: true).DetachFromDisposeScope();
        tensor?.Dispose();
        tensor = copy;
    }
}

internal sealed class StateComparison(OptimizerState other) : StateExchange
{
    private readonly Queue<object?> _values = StateList.Of(other);

    public bool IsEqual { get; private set; } = true;

    public override void Number(ref long value) => IsEqual &= value.Equals(_values.Dequeue());

    public override void Number(ref double value) => IsEqual &= value.Equals(_values.Dequeue());

    public override void Required(ref Tensor tensor) => Compare(tensor);

    public override void Optional(ref Tensor? tensor) => Compare(tensor);

    private void Compare(Tensor? tensor)
    {
        var expected = (Tensor?)_values.Dequeue();
        IsEqual &= tensor is null ? expected is null : expected is not null && tensor.allclose(expected);
    }
}

internal sealed class StateDisposal : StateExchange
{
    public override void Number(ref long value)
    {
    }

    public override void Number(ref double value)
    {
    }

    // Null before the state was initialised.
    public override void Required(ref Tensor tensor) => tensor?.Dispose();

    public override void Optional(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = null;
    }
}
