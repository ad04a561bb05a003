using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>Processes that compute together, each with a rank of its own; made by <see cref="ProcessGroup.Join"/>.</summary>
/// <remarks>
/// Every process calls the same collectives in the same order, with tensors of the same shape and type. The device of the tensors decides what carries
/// them: Gloo serves the processor, and an engine whose libtorch has NCCL can serve CUDA behind the same interface. A group belongs to one thread.
/// Gloo has no reduce-scatter, so there is none here.
/// </remarks>
public interface IProcessGroup : IDisposable
{
    /// <summary>The number of this process, from 0.</summary>
    int Rank { get; }

    /// <summary>How many processes there are, at least 1.</summary>
    int Size { get; }

    /// <summary>Begins to replace a tensor by its sum over all processes; all get the same bits.</summary>
    /// <param name="tensor">Contiguous; left alone until the collective is waited for.</param>
    /// <exception cref="ArgumentException">The tensor is not contiguous, or nothing carries its type or device.</exception>
    /// <exception cref="LostPeerException">A process was lost before.</exception>
    ICollective BeginAllReduce(Tensor tensor);

    /// <summary>Begins to replace a tensor by that of one process.</summary>
    /// <param name="tensor">Contiguous; left alone until the collective is waited for.</param>
    /// <param name="root">The rank whose tensor all get.</param>
    /// <exception cref="ArgumentException">The tensor is not contiguous, or nothing carries its type or device.</exception>
    /// <exception cref="LostPeerException">A process was lost before.</exception>
    ICollective BeginBroadcast(Tensor tensor, int root = 0);

    /// <summary>Begins to collect the tensors of all processes.</summary>
    /// <param name="tensor">This process's own, contiguous; left alone until the collective is waited for.</param>
    /// <param name="all">One a rank, shaped like <paramref name="tensor"/>; filled.</param>
    /// <exception cref="ArgumentException">A tensor is not contiguous, nothing carries its type or device, or there is not one a rank.</exception>
    /// <exception cref="LostPeerException">A process was lost before.</exception>
    ICollective BeginAllGather(Tensor tensor, IReadOnlyList<Tensor> all);

    /// <summary>
    /// Gives the group up: what this process waits for, and what the others wait for, ends with a <see cref="LostPeerException"/> that tells the
    /// reason. May be called from any thread, and again.
    /// </summary>
    /// <param name="reason">One sentence.</param>
    void Abort(string reason);
}
