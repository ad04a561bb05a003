namespace VideoPoet.Core;

/// <summary>A task: what a sequence conditions on and what it outputs; exported with <see cref="ExportTaskAttribute"/>.</summary>
public interface IVideoTask
{
    /// <summary>Says what the task conditions on and outputs.</summary>
    /// <param name="parameters">The values chosen for the task's parameters; a parameter that was not chosen has its default.</param>
    /// <exception cref="ArgumentException">A value is not valid.</exception>
    TaskDefinition Define(TaskParameters parameters);
}
