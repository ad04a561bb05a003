namespace VideoPoet.CommandLine;

/// <summary>Where long work tells how far it has come, from any thread.</summary>
public interface IWorkDisplay : IProgress<WorkProgress>
{
    /// <summary>Writes a line that stays.</summary>
    /// <param name="line">The line.</param>
    void Say(string line);
}
