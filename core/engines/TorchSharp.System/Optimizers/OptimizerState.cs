using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>Nothing remembered yet.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Sets everything to its first value.</summary>
    /// <param name="options">The options of the parameter's group.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes everything.</summary>
    /// <param name="writer">Where to write.</param>
    public virtual void SaveStateDict(BinaryWriter writer) => Exchange(new StateWriter(writer));

    /// <summary>Reads everything.</summary>
    /// <param name="reader">Where to read.</param>
    public virtual void LoadStateDict(BinaryReader reader) => Exchange(new StateReader(reader, _parameter));

    /// <summary>Copies everything.</summary>
    /// <param name="source">What another optimiser of the same kind remembers.</param>
    public virtual void LoadStateDict(OptimizerState source) => Exchange(new StateCopy(source, _parameter.device));

    /// <summary>Whether another optimiser of the same kind remembers nearly the same.</summary>
    /// <param name="other">What it remembers.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        if (other.GetType() != GetType())
            return false;
        var comparison = new StateComparison(other);
        Exchange(comparison);
        return comparison.IsEqual;
    }

    /// <summary>Moves everything to a device.</summary>
    /// <param name="device">The device.</param>
    public virtual void to(Device device) => Exchange(new StateCopy(this, device));

    /// <summary>Writes whether there is a tensor, and the tensor.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tensor">The tensor, or null.</param>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    /// <summary>Reads whether there is a tensor, and the tensor.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="result">Replaced by what is read; the old one is disposed.</param>
    /// <param name="device">Where the tensor shall live.</param>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = null;
        if (!reader.ReadBoolean())
            return;
        using var scope = NewDisposeScope();
        result = TensorExtensionMethods.Load(reader).to(device).DetachFromDisposeScope();
    }

    /// <summary>Hands every value to a visitor, in the order of the file format.</summary>
    internal virtual void Exchange(StateExchange exchange)
    {
    }

    internal void DisposeTensors() => Exchange(new StateDisposal());

    /// <summary>Zeros shaped as the parameter, which belong to no dispose scope.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    internal static void Write(BinaryWriter writer, Tensor? tensor) => SaveConditionalStateTensor(writer, tensor);

    internal static void Read(BinaryReader reader, ref Tensor? tensor, Device device) => LoadConditionalStateTensor(reader, ref tensor, device);
}
