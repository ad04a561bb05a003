using System.Globalization;

namespace VideoPoet.Toybox;

/// <summary>An object of a scene.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Motion">How it moves.</param>
/// <param name="Speed">How fast.</param>
/// <param name="Lane">Where.</param>
public sealed record SceneObject(Shape Shape, Colour Colour, Motion Motion, Speed Speed, Lane Lane)
{
    /// <summary>Where it begins from left to right within what its motion leaves free, from 0 to 1.</summary>
    public double Across { get; init; }

    /// <summary>Where it begins from top to bottom within what its motion leaves free, from 0 to 1.</summary>
    public double Down { get; init; }

    /// <summary>Where in its cycle a motion that comes again begins, from 0 to below 1.</summary>
    public double Phase { get; init; }

    /// <summary>Whether it turns or orbits clockwise.</summary>
    public bool Clockwise { get; init; }

    /// <summary>All values, the same for ever.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Colour} {Shape} {Motion} {Speed} {Lane} {Across:R} {Down:R} {Phase:R} {(Clockwise ? "clockwise" : "anticlockwise")}");
}
