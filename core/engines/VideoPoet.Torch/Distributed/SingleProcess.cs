using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>A process without others: every collective leaves the tensors as they are, and is done at once.</summary>
public sealed class SingleProcess : IProcessGroup
{
    private string? _abortedFor;

    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public ICollective BeginAllReduce(Tensor tensor) => Done();

    /// <inheritdoc/>
    public ICollective BeginBroadcast(Tensor tensor, int root = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(root, 0);
        return Done();
    }

    /// <inheritdoc/>
    public ICollective BeginAllGather(Tensor tensor, IReadOnlyList<Tensor> all)
    {
        if (all.Count != 1)
            throw new ArgumentException($"there must be one tensor for the only process, found {all.Count}.", nameof(all));
        using var silent = no_grad();
        all[0].copy_(tensor);
        return Done();
    }

    /// <inheritdoc/>
    public void Abort(string reason) => _abortedFor ??= reason;

    /// <summary>Does nothing.</summary>
    public void Dispose()
    {
    }

    private Nothing Done() => _abortedFor is null ? new() : throw new LostPeerException($"the group was given up: {_abortedFor}");

    private sealed class Nothing : ICollective
    {
        public bool IsDone => true;

        public void Wait()
        {
        }

        public void Dispose()
        {
        }
    }
}
