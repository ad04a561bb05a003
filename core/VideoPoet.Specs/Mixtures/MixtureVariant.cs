using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>One form in which a task of a mixture is drawn: its format, its parameters, the inputs that it has, and with them its sequence.</summary>
/// <param name="Entry">The name of the task's entry in the mixture.</param>
/// <param name="Task">The name of the task in the catalog.</param>
/// <param name="Definition">What the sequence conditions on and outputs.</param>
/// <param name="Parameters">The values of the task's parameters.</param>
/// <param name="Layout">What every position of the sequence holds.</param>
/// <param name="Data">The data source.</param>
/// <param name="Probability">The probability of this form among those that are drawn together, from 0 to 1.</param>
public sealed record MixtureVariant(
    string Entry, string Task, TaskDefinition Definition, TaskParameters Parameters, SequenceLayout Layout, DataSourceSpec Data, double Probability)
{
    /// <summary>
    /// What tells the form from all others of its mixture in the same format: the entry, its inputs and its parameters, such as
    /// <c>inpainting(masked-video) mask=central</c>.
    /// </summary>
    public string Name => $"{Entry}({string.Join(", ", Inputs)}) {Parameters}".TrimEnd();

    /// <summary>The format.</summary>
    public VideoFormat Format => Layout.Format;

    /// <summary>The names of the inputs that the sequence has.</summary>
    public IEnumerable<string> Inputs => Definition.PresentInputs.Select(input => input.Name);
}
