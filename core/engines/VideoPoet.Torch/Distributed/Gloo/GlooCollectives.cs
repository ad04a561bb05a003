using static TorchSharp.torch;

namespace VideoPoet.Torch.Gloo;

/// <summary>The collectives of the system's libtorch, which was built with Gloo.</summary>
internal sealed class GlooCollectives : ICollectives
{
    public IProcessGroup Join(ProcessGroupSettings settings, CancellationToken cancellationToken) =>
        new Rendezvous(settings, cancellationToken).Join();

    public IDisposable WatchGradient(Tensor tensor, Action ready) => new GradientWatch(tensor, ready);
}
