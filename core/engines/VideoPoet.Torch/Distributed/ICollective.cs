namespace VideoPoet.Torch;

/// <summary>A collective that was begun. Its tensors may be used after <see cref="Wait"/>; disposing does not wait.</summary>
public interface ICollective : IDisposable
{
    /// <summary>Whether waiting would return at once.</summary>
    bool IsDone { get; }

    /// <summary>Waits until the tensors of this process are complete.</summary>
    /// <exception cref="LostPeerException">A process was lost, or the others did not come within the group's limit of time.</exception>
    void Wait();
}
