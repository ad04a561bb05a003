using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>One task of a mixture.</summary>
public sealed record MixtureTaskSpec
{
    /// <summary>The group that has no other name.</summary>
    public const string DefaultGroup = "all";

    /// <summary>The task in the catalog; the entry's own name when absent, so that one task may stand in a mixture twice.</summary>
    public string? Task { get; init; }

    /// <summary>The group whose weight in a stage the tasks of the group share.</summary>
    public string Group { get; init; } = DefaultGroup;

    /// <summary>The name of the data source.</summary>
    public required string Data { get; init; }

    /// <summary>How often the task is drawn, relative to the others of its group.</summary>
    [Range(0.0, double.MaxValue)]
    public double Weight { get; init; } = 1;

    /// <summary>The formats, drawn equally often; without any, every format of the mixture that suits the task.</summary>
    public ValueList<string> Formats { get; init; } = [];

    /// <summary>How often each droppable input is left out, as guidance needs.</summary>
    [KeyedBy("input")]
    public IReadOnlyDictionary<string, Share> Drop { get; init; } = ReadOnlyDictionary<string, Share>.Empty;

    /// <summary>How often each optional input is put in.</summary>
    [KeyedBy("input")]
    public IReadOnlyDictionary<string, Share> Add { get; init; } = ReadOnlyDictionary<string, Share>.Empty;

    /// <summary>The values of the task's parameters, drawn equally often; a parameter that is absent has the values that the task names.</summary>
    [KeyedBy("parameter")]
    [MinLength(1)]
    public IReadOnlyDictionary<string, ValueList<string>> Parameters { get; init; } = ReadOnlyDictionary<string, ValueList<string>>.Empty;
}
