using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>A form of a task before it has a format: its parameters and its inputs.</summary>
internal sealed record MixtureForm(TaskDefinition Definition, TaskParameters Parameters, double Probability);

/// <summary>Enumerates the forms in which an entry of a mixture is drawn.</summary>
internal static class MixtureForms
{
    /// <summary>Every form with its probability; they sum to 1.</summary>
    public static IEnumerable<MixtureForm> Of(RegisteredTask task, MixtureTaskSpec entry)
    {
        var combinations = Combinations(task, entry);
        return combinations
            .Select(parameters => new MixtureForm(task.Define(parameters), parameters, 1.0 / combinations.Count))
            .SelectMany(form => entry.Drop.Aggregate(Single(form), (forms, drop) => forms.SelectMany(one => WithoutInput(one, drop.Key, drop.Value))))
            .SelectMany(form => entry.Add.Aggregate(Single(form), (forms, add) => forms.SelectMany(one => WithInput(one, add.Key, add.Value))));
    }

    /// <summary>How many forms there are, without making them.</summary>
    public static double Count(RegisteredTask task, MixtureTaskSpec entry) =>
        Choices(task, entry).Aggregate(1.0, (product, choices) => product * choices.Values.Count) * Math.Pow(2, entry.Drop.Count + entry.Add.Count);

    private static List<TaskParameters> Combinations(RegisteredTask task, MixtureTaskSpec entry) =>
        [.. Choices(task, entry).Aggregate(
            (IEnumerable<TaskParameters>)[TaskParameters.None],
            (combinations, choices) => combinations.SelectMany(chosen => choices.Values.Select(value => chosen.With(choices.Name, value))))];

    private static IEnumerable<(string Name, ValueList<string> Values)> Choices(RegisteredTask task, MixtureTaskSpec entry) =>
        task.Definition.Parameters.Select(parameter => (parameter.Name, entry.Parameters.GetValueOrDefault(parameter.Name) ?? parameter.Choices));

    private static IEnumerable<MixtureForm> Single(MixtureForm form) => [form];

    private static IEnumerable<MixtureForm> WithoutInput(MixtureForm form, string input, Share share) =>
        Split(form, form with { Definition = form.Definition.Without(input) }, share.Value);

    private static IEnumerable<MixtureForm> WithInput(MixtureForm form, string input, Share share) =>
        Split(form, form with { Definition = form.Definition.With(input) }, share.Value);

    // A form that is never drawn is left out: it would make a length group of its own.
    private static IEnumerable<MixtureForm> Split(MixtureForm usual, MixtureForm other, double probability)
    {
        if (probability < 1)
            yield return usual with { Probability = usual.Probability * (1 - probability) };
        if (probability > 0)
            yield return other with { Probability = other.Probability * probability };
    }
}
