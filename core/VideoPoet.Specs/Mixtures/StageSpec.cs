using System.ComponentModel.DataAnnotations;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>A stage of training: a part of all iterations with weights of its own (paper §4.2).</summary>
public sealed record StageSpec
{
    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>The share of all iterations after which the stage ends; the last stage goes on to the end.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public Share? Until { get; init; }

    /// <summary>How often each group of tasks is drawn, relative to the others; every group has a weight.</summary>
    [KeyedBy("group")]
    [MinLength(1)]
    [Range(0.0, double.MaxValue)]
    public required IReadOnlyDictionary<string, double> Weights { get; init; }
}
