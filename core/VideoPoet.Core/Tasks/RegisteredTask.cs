namespace VideoPoet.Core;

/// <summary>A task under its name.</summary>
public sealed class RegisteredTask
{
    private readonly IVideoTask _task;

    /// <summary>Registers a task; its definition is checked at once.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    /// <param name="task">The task.</param>
    /// <param name="origin">Where the task comes from; its own assembly when null.</param>
    /// <exception cref="ArgumentException">The name or the task's default definition is not sound; the message says why.</exception>
    public RegisteredTask(string name, IVideoTask task, PartOrigin? origin = null)
    {
        Name = Names.Check(name, "task");
        _task = task;
        Origin = origin ?? PartOrigin.Of(task);
        Definition = Define(TaskParameters.None);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where the task comes from.</summary>
    public PartOrigin Origin { get; }

    /// <summary>The definition with every parameter at its default.</summary>
    public TaskDefinition Definition { get; }

    /// <summary>The definition with chosen parameters.</summary>
    /// <param name="parameters">The chosen values.</param>
    /// <exception cref="TaskParameterException">A value is not valid, or the task has no such parameter.</exception>
    /// <exception cref="ArgumentException">The definition is not sound.</exception>
    public TaskDefinition Define(TaskParameters parameters)
    {
        var definition = _task.Define(parameters) ?? throw new ArgumentException($"the task '{Name}' defined nothing.");
        if (definition.Problems().ToArray() is { Length: > 0 } problems)
            throw new ArgumentException($"the task '{Name}' is not sound: {string.Join(' ', problems)}");
        // A token says what follows the prefix, whatever the parameters are.
        if (Definition is { } byDefault && !Equals((byDefault.Token, byDefault.OutputModalities), (definition.Token, definition.OutputModalities)))
            throw new ArgumentException($"the task '{Name}' has another token or other outputs with {parameters}; parameters cannot change them.");
        var known = definition.Parameters.Select(parameter => parameter.Name).ToArray();
        if (parameters.Chosen.Except(known).FirstOrDefault() is { } unknown)
            throw new TaskParameterException(unknown, $"the task '{Name}': {Names.Unknown("parameter", unknown, known)}");
        return definition;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
