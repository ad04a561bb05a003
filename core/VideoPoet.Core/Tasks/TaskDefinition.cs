namespace VideoPoet.Core;

/// <summary>What a task conditions on and what it outputs; the core turns it into a sequence.</summary>
public sealed record TaskDefinition
{
    /// <summary>The token that says what the sequence outputs.</summary>
    public required TaskToken Token { get; init; }

    /// <summary>What the task conditions on; empty for unconditional generation.</summary>
    public ValueList<Input> Inputs { get; init; } = [];

    /// <summary>What the task outputs: one visual view, one audio view, or both.</summary>
    public required ValueList<Output> Outputs { get; init; }

    /// <summary>The task's parameters.</summary>
    public ValueList<TaskParameter> Parameters { get; init; } = [];

    /// <summary>The formats that the task is for.</summary>
    public FormatKinds Formats { get; init; } = FormatKinds.Video;

    /// <summary>
    /// Whether the output is closed by its end marker and <c>&lt;eos&gt;</c>; images leave both out, so that generation can go on into
    /// video (paper §4.1).
    /// </summary>
    public bool Ends { get; init; } = true;

    /// <summary>The inputs that a sequence holds: all but optional ones that were not asked for.</summary>
    public IEnumerable<Input> PresentInputs => Inputs.Where(input => input.Presence != InputPresence.Optional);

    /// <summary>What the task outputs, such as <c>Visual, Audio</c>; the order is that of the sequence.</summary>
    public ValueList<Modality> OutputModalities => Outputs.Select(output => output.View.Modality).Order().ToValueList();

    /// <summary>The same task with an input dropped, as guidance and dropout do.</summary>
    /// <param name="input">The name of an input that is not required.</param>
    /// <exception cref="ArgumentException">There is no such input, or it is required.</exception>
    public TaskDefinition Without(string input)
    {
        var dropped = Find(input);
        return dropped.Presence == InputPresence.Required
            ? throw new ArgumentException($"the input '{input}' cannot be dropped: the task requires it.", nameof(input))
            : this with { Inputs = Inputs.Where(candidate => candidate != dropped).ToValueList() };
    }

    /// <summary>The same task with an optional input asked for.</summary>
    /// <param name="input">The name of an input.</param>
    /// <exception cref="ArgumentException">There is no such input.</exception>
    public TaskDefinition With(string input)
    {
        var asked = Find(input);
        return this with
        {
            Inputs = Inputs.Select(candidate => candidate == asked ? asked with { Presence = InputPresence.Required } : candidate).ToValueList(),
        };
    }

    /// <summary>Why the task cannot be done in a format, or null when it can.</summary>
    /// <param name="format">The format.</param>
    public string? Misfit(VideoFormat format)
    {
        if (!Formats.HasFlag(format.Kind))
            return $"the task is for {(Formats == FormatKinds.Image ? "images" : "video")}, and {format} is not";
        return UsedViews.Select(view => view.Misfit(format)).FirstOrDefault(misfit => misfit is not null);
    }

    /// <summary>Everything about the definition that breaks a rule, one sentence each; empty when it is sound.</summary>
    public IEnumerable<string> Problems()
    {
        if (Token is null)
            yield return "the task needs a token.";
        if (Outputs is null || Outputs.Count == 0)
        {
            yield return "the task needs an output.";
            yield break;
        }
        foreach (var group in Outputs.GroupBy(output => output.View.Modality).Where(group => group.Count() > 1))
            yield return $"the task has {group.Count()} {group.Key} outputs; one is allowed.";
        if (Token is { Outputs.Count: > 0 } && !Token.Outputs.Equals(OutputModalities))
            yield return $"the token '{Token}' is for the output {Token.Outputs}, and the task outputs {OutputModalities}.";
        foreach (var group in Inputs.GroupBy(input => input.Name).Where(group => group.Count() > 1))
            yield return $"the task has {group.Count()} inputs named '{group.Key}'; names must differ.";
        foreach (var group in Parameters.GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1))
            yield return $"the task has {group.Count()} parameters named '{group.Key}'; names must differ.";
        if (!Ends && (Formats != FormatKinds.Image || Outputs.Any(output => output.View.Modality != Modality.Visual)))
            yield return "only a task for images with a visual output alone can leave its end open.";
        if ((Formats & FormatKinds.All) == 0 || (Formats & ~FormatKinds.All) != 0)
            yield return $"the task must be for images, video or both, found {Formats}.";
    }

    /// <summary>The views of what a sequence holds: inputs, outputs, and what is given of the outputs.</summary>
    public IEnumerable<ClipView> UsedViews =>
    [
        .. PresentInputs.Select(input => input.View),
        .. Outputs.Select(output => output.View),
        .. Outputs.Select(output => output.After).OfType<ClipView>(),
    ];

    /// <summary>The views of what a sequence goes by: inputs, and what is given of the outputs.</summary>
    public IEnumerable<ClipView> Conditions =>
        PresentInputs.Select(input => input.View).Concat(Outputs.Select(output => output.After).OfType<ClipView>());

    /// <summary>The roles in which the task makes use of what is supplied, whether a sequence holds it or only may.</summary>
    public IReadOnlySet<MediaRole> TakenRoles => Inputs.Select(input => input.View).Concat(Conditions)
        .SelectMany(view => view.OptionalRoles.Prepend(view.Role)).ToHashSet();

    private Input Find(string name) => Inputs.FirstOrDefault(input => input.Name == name)
        ?? throw new ArgumentException(Names.Unknown("input", name, Inputs.Select(input => input.Name)), nameof(name));
}
