using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks one task of a mixture against the catalog, the formats and the data sources.</summary>
internal sealed class MixtureTaskCheck(TaskCatalog catalog, MixtureSpec mixture, VideoFormats formats)
{
    // Each form may make a length group; more than this is a mistake, and a product of long lists must not exhaust memory.
    private const int MostForms = 1_000;

    public void Check(string name, MixtureTaskSpec entry, SpecPlaces places)
    {
        if (!mixture.Data.ContainsKey(entry.Data))
            places.Under("data").Report(Names.Unknown("data source", entry.Data, mixture.Data.Keys));
        foreach (var (format, place) in Items(entry.Formats, places.Under("formats")))
        {
            if (!formats.TryGet(format, out _) && !mixture.Formats.ContainsKey(format))
                place.Report(Names.Unknown("format", format, formats.Names));
        }
        if (catalog.TryGet(entry.Task ?? name, out var task))
            Check(task, entry, places);
        else
            ReportUnknown(name, entry, places);
    }

    private void ReportUnknown(string name, MixtureTaskSpec entry, SpecPlaces places)
    {
        var known = catalog.Tasks.Select(task => task.Name);
        if (entry.Task is { } named)
            places.Under("task").Report(Names.Unknown("task", named, known));
        else
            places.ReportKey(Names.Unknown("task", name, known));
    }

    private void Check(RegisteredTask task, MixtureTaskSpec entry, SpecPlaces places)
    {
        CheckParameters(task, entry, places.Under("parameters"));
        CheckInputs(task, entry.Drop.Keys, InputPresence.Droppable, "dropped", places.Under("drop"));
        CheckInputs(task, entry.Add.Keys, InputPresence.Optional, "added", places.Under("add"));
        if (!places.Under("parameters").AreSound || !places.Under("drop").AreSound || !places.Under("add").AreSound)
            return;
        if (MixtureForms.Count(task, entry) is > MostForms and var count)
            places.ReportKey($"the task has {count:0} forms (parameters, dropped and added inputs); at most {MostForms} can be drawn.");
        else
            CheckFormats(task, entry, [.. MixtureForms.Of(task, entry)], places);
    }

    private static void CheckParameters(RegisteredTask task, MixtureTaskSpec entry, SpecPlaces places)
    {
        var known = task.Definition.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var (parameter, values) in entry.Parameters)
        {
            if (!known.Contains(parameter))
            {
                places.Under(parameter).ReportKey($"'{task.Name}': {Names.Unknown("parameter", parameter, known)}");
                continue;
            }
            foreach (var (value, place) in Items(values, places.Under(parameter)))
            {
                try
                {
                    task.Define(TaskParameters.None.With(parameter, value));
                }
                catch (ArgumentException exception)
                {
                    place.Report(UserMessage.Of(exception));
                }
            }
        }
    }

    private static void CheckInputs(RegisteredTask task, IEnumerable<string> inputs, InputPresence presence, string what, SpecPlaces places)
    {
        var known = task.Definition.Inputs.Where(input => input.Presence == presence).Select(input => input.Name).ToList();
        foreach (var input in inputs.Where(input => !known.Contains(input)))
        {
            var advice = known.Count == 0 ? "It has no such input." : $"It has {string.Join(", ", known)}.";
            places.Under(input).ReportKey($"'{task.Name}' has no input '{input}' that can be {what}. {advice}");
        }
    }

    private void CheckFormats(RegisteredTask task, MixtureTaskSpec entry, IReadOnlyList<MixtureForm> forms, SpecPlaces places)
    {
        bool Suits(VideoFormat format) => forms.All(form => form.Definition.Misfit(format) is null);
        var suitable = formats.Where(Suits).Select(format => format.Name).ToList();
        foreach (var (name, place) in Items(entry.Formats, places.Under("formats")))
        {
            if (formats.TryGet(name, out _) && !suitable.Contains(name))
                place.Report($"'{task.Name}' does not support the format '{name}'. It supports {string.Join(", ", suitable)}.");
        }
        if (entry.Formats.Count == 0 && mixture.DefaultsOf(formats).ToList() is { Count: > 0 } defaults && !defaults.Any(Suits))
        {
            places.ReportKey(
                $"'{task.Name}' supports no format that the mixture declares; name its formats. It supports {string.Join(", ", suitable)}.");
        }
    }

    // Items that are drawn equally often; one that stands in the list twice is reported once and for all.
    private static IEnumerable<(string Item, SpecPlaces Place)> Items(ValueList<string> items, SpecPlaces places)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var place = places.Under(index.ToString(CultureInfo.InvariantCulture));
            if (items.Take(index).Contains(items[index]))
                place.Report($"'{items[index]}' stands in the list already; items are drawn equally often.");
            else
                yield return (items[index], place);
        }
    }
}
