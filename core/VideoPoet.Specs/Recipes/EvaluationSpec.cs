using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>When and on how much held-out data the loss is measured.</summary>
public sealed record EvaluationSpec
{
    /// <summary>The steps between two measurements.</summary>
    [Range(1L, long.MaxValue)]
    public required long Every { get; init; }

    /// <summary>The held-out batches of each length group.</summary>
    [Range(1, 1_000_000)]
    public required int Batches { get; init; }
}
