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

    /// <summary>The figure whose best measurement keeps its checkpoint; when absent, what the network is trained for decides.</summary>
    public BestSpec? Best { get; init; }

    /// <summary>The measurements in a row without a better one that end the run early; when absent, none do.</summary>
    [Range(1, 1_000_000)]
    public int? Patience { get; init; }
}

/// <summary>By which figure of the measurements a checkpoint is the best; one of both is given.</summary>
public sealed record BestSpec
{
    /// <summary>The name of a figure that is best where it is lowest, such as <c>held_out_loss</c>.</summary>
    public string? Lowest { get; init; }

    /// <summary>The name of a figure that is best where it is highest, such as <c>psnr_db</c>.</summary>
    public string? Highest { get; init; }
}
