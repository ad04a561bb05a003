using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>When and where the state of a run is written.</summary>
public sealed record CheckpointSpec
{
    /// <summary>The folder of the run's checkpoints, starting from the working directory.</summary>
    public required string Folder { get; init; }

    /// <summary>The steps between two checkpoints.</summary>
    [Range(1L, long.MaxValue)]
    public required long Every { get; init; }

    /// <summary>How many of the latest checkpoints are kept.</summary>
    [Range(1, 1_000_000)]
    public int Keep { get; init; } = 3;
}
