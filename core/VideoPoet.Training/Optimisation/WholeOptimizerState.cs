using TorchSharp.Modules;

namespace VideoPoet.Training;

/// <summary>What an optimiser of one process remembers.</summary>
internal sealed class WholeOptimizerState(OptimizerHelper optimizer) : IOptimizerState
{
    public void Write(BinaryWriter writer) => optimizer.save_state_dict(writer);

    public void Read(BinaryReader reader) => optimizer.load_state_dict(reader);
}
