using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A source of tokenized clips.</summary>
public sealed record DataSourceSpec
{
    /// <summary>The folder of tokenized shards, starting from the data folder that training is given.</summary>
    public required string Shards { get; init; }

    /// <summary>The share of the clips that is used, always the same ones.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public Share Take { get; init; } = Share.Whole;

    /// <summary>What is drawn equally often: every window, or every file, however long it is.</summary>
    public DataBalance Balance { get; init; } = DataBalance.Windows;
}
