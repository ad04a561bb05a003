using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>One combination of a task's parameters, inputs and format.</summary>
internal sealed record ConformanceCase(
    RegisteredTask Task, TaskParameters Parameters, TaskDefinition Definition, SequenceLayout Layout, GroundTruth Truth, TaskCatalog Catalog)
{
    /// <summary>The computed views of the case that nothing in the catalog computes.</summary>
    public IEnumerable<string> MissingViews => Definition.UsedViews.Where(view => !CanApply(view)).Select(view => view.Name);

    /// <summary>Every combination that the task supports.</summary>
    public static IEnumerable<ConformanceCase> Of(RegisteredTask task, TaskCatalog catalog) =>
        from format in VideoFormats.BuiltIn
        let truth = new GroundTruth(format)
        from parameters in TaskParameters.Combinations(task.Definition.Parameters)
        from definition in InputChoices(task.Define(parameters))
        where definition.Misfit(format) is null
        let layout = SequenceLayout.Create(definition, format, UnifiedVocabulary.Paper.With(definition.Token))
        select new ConformanceCase(task, parameters, definition, layout, truth, catalog);

    /// <summary>Whether the view can be taken: it is a part of the clip, or something computes it.</summary>
    public bool CanApply(ClipView view) => !view.IsComputed || Catalog.ViewNames.Contains(view.Name);

    /// <summary>The task, its parameters, its inputs and the format.</summary>
    public override string ToString()
    {
        var inputs = string.Join(", ", Definition.PresentInputs.Select(input => input.Name));
        return $"{Task.Name} ({string.Join("; ", [Layout.Format.Name, $"{Parameters}", inputs])})";
    }

    private static IEnumerable<TaskDefinition> InputChoices(TaskDefinition definition) => definition.Inputs.Aggregate(
        (IEnumerable<TaskDefinition>)[definition],
        (choices, input) => input.Presence switch
        {
            InputPresence.Droppable => choices.SelectMany<TaskDefinition, TaskDefinition>(choice => [choice, choice.Without(input.Name)]),
            InputPresence.Optional => choices.SelectMany<TaskDefinition, TaskDefinition>(choice => [choice, choice.With(input.Name)]),
            _ => choices,
        });
}
