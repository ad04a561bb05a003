using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks the steps of a chain against the catalog of tasks.</summary>
internal sealed class ChainCheck(TaskCatalog catalog)
{
    public void Check(ChainSpec chain, SpecPlaces places)
    {
        var steps = places.Under("steps");
        var titles = new HashSet<string>();
        for (var index = 0; index < chain.Steps.Count; index++)
        {
            var (step, place) = (chain.Steps[index], steps.Under(index.ToString(CultureInfo.InvariantCulture)));
            Check(step, place);
            if (!titles.Add(step.Name ?? step.Task))
                place.Under(step.Name is null ? "task" : "name").Report($"another step is called '{step.Name ?? step.Task}'; give each a name of its own.");
        }
    }

    private void Check(ChainStepSpec step, SpecPlaces places)
    {
        if (step.Name is { } title)
            Try(() => Names.Check(title, "step"), places.Under("name"));
        // A name may be one that a model was trained with; a size can be checked here.
        if (step.Format is { } format && format.Contains('x', StringComparison.Ordinal) && char.IsAsciiDigit(format[0]))
            Try(() => VideoFormats.BuiltIn.Find(format), places.Under("format"));
        if (!catalog.TryGet(step.Task, out var task))
        {
            places.Under("task").Report(Names.Unknown("task", step.Task, catalog.Tasks.Select(known => known.Name)));
            return;
        }
        var known = task.Definition.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var (name, value) in step.Parameters)
        {
            var place = places.Under("parameters", name);
            if (!known.Contains(name))
                place.ReportKey($"'{task.Name}': {Names.Unknown("parameter", name, known)}");
            else
                Try(() => task.Define(TaskParameters.None.With(name, value)), place);
        }
        if (step.Prompt is not null && task.Definition.Inputs.All(input => input.View.Modality != Modality.Text))
            places.Under("prompt").ReportKey($"'{task.Name}' takes no prompt; leave it out.");
    }

    private static void Try(Action check, SpecPlaces place)
    {
        try
        {
            check();
        }
        catch (ArgumentException exception)
        {
            place.Report(UserMessage.Of(exception));
        }
    }
}
