using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>Parameters of a task as the command line writes them.</summary>
internal static class TaskSettings
{
    /// <summary>Reads assignments such as <c>frames=9</c>.</summary>
    /// <exception cref="ArgumentException">One is no assignment.</exception>
    public static TaskParameters Parse(IEnumerable<string> assignments) => assignments.Aggregate(TaskParameters.None, Choose);

    private static TaskParameters Choose(TaskParameters chosen, string assignment) => assignment.Split('=', 2) is [var name, var value]
        ? chosen.With(name, value)
        : throw new ArgumentException($"'{assignment}' is not a parameter; write name=value, such as frames=9.");
}
