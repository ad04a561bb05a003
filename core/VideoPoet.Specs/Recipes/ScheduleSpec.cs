using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>How the learning rate changes: a linear rise, then a decay.</summary>
public sealed record ScheduleSpec
{
    /// <summary>The steps of the rise from 0; fewer than the steps of the run.</summary>
    [Range(0L, long.MaxValue)]
    public long Warmup { get; init; }

    /// <summary>The shape of the decay after the rise.</summary>
    public DecayKind Decay { get; init; } = DecayKind.Cosine;

    /// <summary>The learning rate at the last step, as a share of the highest; only a linear and a cosine decay have one.</summary>
    public Share Final { get; init; } = new(0.1);
}

/// <summary>The shape of a learning rate's decay.</summary>
public enum DecayKind
{
    /// <summary>None.</summary>
    Constant,

    /// <summary>A straight line.</summary>
    Linear,

    /// <summary>Half a wave of the cosine.</summary>
    Cosine,

    /// <summary>The inverse square root of the step, which does not depend on the steps of the run.</summary>
    Rsqrt,
}
