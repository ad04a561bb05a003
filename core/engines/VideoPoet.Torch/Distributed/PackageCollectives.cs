using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>The TorchSharp packages have no collectives and no hooks of gradients.</summary>
internal sealed class PackageCollectives : ICollectives
{
    private const string Remedy = "build with TorchEngine=system, or start one process alone";

    public IProcessGroup Join(ProcessGroupSettings settings, CancellationToken cancellationToken) => throw new ProcessGroupException(
        $"{settings.Size} processes were asked for, but the TorchSharp packages have no collectives: {Remedy}.");

    public IDisposable WatchGradient(Tensor tensor, Action ready) => throw new NotSupportedException(
        $"the TorchSharp packages do not tell when a gradient is ready: {Remedy}.");
}
