using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>One step of a chain.</summary>
public sealed record ChainStepSpec
{
    /// <summary>The task in the catalog.</summary>
    public required string Task { get; init; }

    /// <summary>The name, by which a prompt can be given; that of the task when absent.</summary>
    public string? Name { get; init; }

    /// <summary>The prompt; that with which the chain is run when absent, where the task takes one.</summary>
    public string? Prompt { get; init; }

    /// <summary>The values of the task's parameters; a parameter that is absent has its default.</summary>
    [KeyedBy("parameter")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The format: a name, or width, height and frames as in <c>64x64x17</c>; that with which the chain is run when absent.</summary>
    public string? Format { get; init; }

    /// <summary>How long the clip is; as long as the format when absent.</summary>
    [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
    public double? Seconds { get; init; }

    /// <summary>The guidance scale; 1 is none.</summary>
    [Range(0.0, 100.0)]
    public double? Guidance { get; init; }

    /// <summary>What guidance leads away from, in place of the absence of a prompt.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>What logits are divided by; 0 takes the likeliest token always.</summary>
    [Range(0.0, 100.0)]
    public double? Temperature { get; init; }

    /// <summary>Only so many of the likeliest tokens are drawn from.</summary>
    [Range(1, int.MaxValue)]
    public int? TopK { get; init; }

    /// <summary>Only the likeliest tokens that together have this probability are drawn from.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double? TopP { get; init; }
}
