namespace VideoPoet.Core;

/// <summary>
/// Computes a condition from a clip, for conditions that are not simply a leading part of it; exported with <see cref="ExportViewAttribute"/>.
/// </summary>
/// <remarks>Training applies it to the ground truth and generation to what the request supplies, so it must depend on nothing else.</remarks>
public interface IClipView
{
    /// <summary>Computes the condition; the same input always gives the same output.</summary>
    /// <param name="clip">The clip, with what the view's roles name; it is not changed.</param>
    /// <param name="arguments">What the task asks of the view, such as the kind of mask.</param>
    /// <returns>A clip whose frames or sound are the condition, as long and as large as those of <paramref name="clip"/>.</returns>
    /// <exception cref="ArgumentException">Something that the view needs is absent, or an argument is not valid.</exception>
    Clip Apply(Clip clip, TaskParameters arguments);
}
