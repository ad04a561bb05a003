using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Everything that a clip shows; its pixels, its sound and its truth follow from it.</summary>
/// <param name="Background">Where it is.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Objects">One object, or two in lanes of their own, the left or the upper one first.</param>
public sealed record Scene(Background Background, Style Style, ValueList<SceneObject> Objects)
{
    /// <summary>Goes up when the same scene looks or sounds different.</summary>
    public const int Version = 2;

    /// <summary>All values, the same for ever.</summary>
    public override string ToString() => $"toybox {Version}: {Background} {Style}: {string.Join("; ", Objects)}";
}
