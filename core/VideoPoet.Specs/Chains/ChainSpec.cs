using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>Tasks one after another, each of which takes the clip that the one before has left.</summary>
[SpecFile("chain")]
public sealed record ChainSpec
{
    /// <summary>The steps in order.</summary>
    [MinLength(1)]
    public required ValueList<ChainStepSpec> Steps { get; init; }
}
