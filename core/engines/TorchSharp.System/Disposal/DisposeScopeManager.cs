namespace TorchSharp;

/// <summary>The thread's open scopes, and counts of what was made and disposed on it.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScope? t_innermost;
    [ThreadStatic] private static ThreadDisposeScopeStatistics? t_statistics;

    /// <summary>Counts for the current thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => t_statistics ??= new ThreadDisposeScopeStatistics();

    internal static DisposeScope? Innermost => t_innermost;

    internal static DisposeScope Open() => t_innermost = new DisposeScope(t_innermost);

    // Scopes normally close in the reverse order of opening; one that closes early takes those inside it off the stack as well.
    internal static void Close(DisposeScope scope)
    {
        for (var open = t_innermost; open is not null; open = open.Outer)
        {
            if (open != scope)
                continue;
            t_innermost = scope.Outer;
            return;
        }
    }

    internal static DisposeScope? Register(torch.Tensor tensor)
    {
        var scope = t_innermost;
        if (scope is null)
            Statistics.TensorStatistics.CreatedOutsideScope();
        else
        {
            scope.Adopt(tensor);
            Statistics.TensorStatistics.CreatedInScope();
        }
        return scope;
    }

    internal static LifetimeStatistics Count(IDisposable disposable) =>
        disposable is torch.Tensor ? Statistics.TensorStatistics : Statistics.PackedSequenceStatistics;
}
