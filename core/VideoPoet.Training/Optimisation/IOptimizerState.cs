namespace VideoPoet.Training;

/// <summary>What an optimiser remembers, as a checkpoint holds it: in TorchSharp's own format, the whole of it.</summary>
public interface IOptimizerState
{
    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    void Write(BinaryWriter writer);

    /// <summary>Reads it.</summary>
    /// <param name="reader">Where from.</param>
    void Read(BinaryReader reader);
}
