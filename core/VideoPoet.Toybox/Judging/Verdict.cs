using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>What the judge reads in a clip; null wherever it sees or hears none of what there is in Toybox.</summary>
public sealed record Verdict
{
    /// <summary>Where it is.</summary>
    public Background? Background { get; init; }

    /// <summary>How it is drawn.</summary>
    public Style? Style { get; init; }

    /// <summary>The objects, the left or the upper one first.</summary>
    public ValueList<SeenObject> Objects { get; init; } = [];

    /// <summary>The shapes whose timbres are heard, the one that is heard most first; null without a sound.</summary>
    public ValueList<Shape>? Timbres { get; init; }

    /// <summary>When clicks are heard, seconds from the beginning; null without a sound.</summary>
    public ValueList<double>? Clicks { get; init; }
}

/// <summary>What the judge reads of an object.</summary>
/// <param name="Shape">Its shape; null when it is none of them.</param>
/// <param name="Colour">Its colour; null when it is none of them.</param>
/// <param name="Motion">How it moves; null when it does nothing of that.</param>
public sealed record SeenObject(Shape? Shape, Colour? Colour, Motion? Motion);
