using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>What distribution needs of an engine; one implementation each.</summary>
internal interface ICollectives
{
    /// <summary>Joins two or more processes.</summary>
    IProcessGroup Join(ProcessGroupSettings settings, CancellationToken cancellationToken);

    /// <summary>Calls back whenever a backward pass has added to the gradient of a leaf.</summary>
    IDisposable WatchGradient(Tensor tensor, Action ready);
}
