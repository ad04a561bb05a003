namespace TorchSharp;

/// <summary>How many objects of a kind one thread made, attached, detached and disposed; not safe to read from another thread.</summary>
public class LifetimeStatistics
{
    /// <summary>Made while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; private set; }

    /// <summary>Disposed while no scope owned them.</summary>
    public long DisposedOutsideScopeCount { get; private set; }

    /// <summary>Made inside a scope.</summary>
    public long CreatedInScopeCount { get; private set; }

    /// <summary>Given to a scope after they were made.</summary>
    public long AttachedToScopeCount { get; private set; }

    /// <summary>Disposed while a scope owned them.</summary>
    public long DisposedInScopeCount { get; private set; }

    /// <summary>Given up by their scope.</summary>
    public long DetachedFromScopeCount { get; private set; }

    /// <summary>Made and not yet disposed, on this thread: a number that grows from step to step is a leak.</summary>
    public long ThreadTotalLiveCount => CreatedOutsideScopeCount - DisposedOutsideScopeCount + CreatedInScopeCount - DisposedInScopeCount;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset() => CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount =
        AttachedToScopeCount = DisposedInScopeCount = DetachedFromScopeCount = 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; " +
        $"DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; CreatedInScopeCount: {CreatedInScopeCount}; " +
        $"DisposedInScopeCount: {DisposedInScopeCount}; AttachedToScopeCount: {AttachedToScopeCount}; " +
        $"DetachedFromScopeCount: {DetachedFromScopeCount}";

    internal void CreatedOutsideScope() => CreatedOutsideScopeCount++;

    internal void DisposedOutsideScope() => DisposedOutsideScopeCount++;

    internal void CreatedInScope() => CreatedInScopeCount++;

    internal void AttachedToScope() => AttachedToScopeCount++;

    internal void DisposedInScope() => DisposedInScopeCount++;

    internal void DetachedFromScope() => DetachedFromScopeCount++;
}
