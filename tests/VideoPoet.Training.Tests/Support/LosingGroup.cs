using VideoPoet.Torch;

namespace VideoPoet.Training.Tests.Support;

/// <summary>The first of two processes, of which the other has nothing to add to any sum, and is lost at last.</summary>
/// <param name="lostAt">The first collective that fails, from 0.</param>
internal sealed class LosingGroup(int lostAt) : IProcessGroup
{
    private readonly SingleProcess _alone = new();
    private int _collectives;

    public int Rank => 0;

    public int Size => 2;

    public ICollective BeginAllReduce(Tensor tensor)
    {
        Count();
        return _alone.BeginAllReduce(tensor);
    }

    public ICollective BeginBroadcast(Tensor tensor, int root = 0)
    {
        Count();
        return _alone.BeginBroadcast(tensor, root);
    }

    public ICollective BeginAllGather(Tensor tensor, IReadOnlyList<Tensor> all) => throw new NotSupportedException();

    public void Abort(string reason)
    {
    }

    public void Dispose() => _alone.Dispose();

    private void Count()
    {
        if (_collectives++ >= lostAt)
            throw new LostPeerException("rank 1 is gone.");
    }
}
