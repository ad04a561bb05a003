namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Whether a module runs as in training or as in evaluation.</summary>
internal enum Phase
{
    Training,
    Evaluation,
}
