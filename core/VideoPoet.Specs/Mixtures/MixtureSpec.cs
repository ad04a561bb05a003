using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>Which tasks a model is trained on, how often, and with which data.</summary>
[SpecFile("mixture")]
public sealed record MixtureSpec
{
    /// <summary>The most output tokens of one step; it decides the batch size of each length group.</summary>
    [Range(1, int.MaxValue)]
    public required int TokenBudget { get; init; }

    /// <summary>The stages of training in order; without any, tasks are drawn by their own weights from beginning to end.</summary>
    public ValueList<StageSpec> Stages { get; init; } = [];

    /// <summary>The tasks by a name of the user's choice, which is the task's own unless <c>task</c> says another.</summary>
    [KeyedBy("task")]
    [MinLength(1)]
    public required IReadOnlyDictionary<string, MixtureTaskSpec> Tasks { get; init; }

    /// <summary>The data that the tasks draw from, by name.</summary>
    [KeyedBy("data source")]
    [MinLength(1)]
    public required IReadOnlyDictionary<string, DataSourceSpec> Data { get; init; }

    /// <summary>Formats besides the paper's, by name.</summary>
    [KeyedBy("format")]
    public IReadOnlyDictionary<string, FormatSpec> Formats { get; init; } = ReadOnlyDictionary<string, FormatSpec>.Empty;

    /// <summary>The paper's formats and those that the mixture declares.</summary>
    /// <exception cref="ArgumentException">A declared format is not valid.</exception>
    public VideoFormats CreateFormats() => VideoFormats.BuiltIn.With(Formats.Select(pair => pair.Value.Create(pair.Key)));

    /// <summary>The formats of a task that names none: those that the mixture declares, or the paper's when it declares none.</summary>
    internal IEnumerable<VideoFormat> DefaultsOf(VideoFormats formats) =>
        Formats.Count == 0 ? formats : formats.Where(format => Formats.ContainsKey(format.Name));
}
