namespace VideoPoet.Core;

/// <summary>A computed view that hides some of a clip's pixels and shows the others as they are; generation keeps those in its output.</summary>
public interface IMaskedView : IClipView
{
    /// <summary>Says which pixels are hidden.</summary>
    /// <param name="clip">The clip, as <see cref="IClipView.Apply"/> takes it.</param>
    /// <param name="arguments">What the task asks of the view.</param>
    /// <returns>White where pixels are hidden, black where they are shown; as many frames, and as large, as the clip has.</returns>
    /// <exception cref="ArgumentException">Something that the view needs is absent, or an argument is not valid.</exception>
    PixelFrames MaskOf(Clip clip, TaskParameters arguments);
}
