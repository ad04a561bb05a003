namespace VideoPoet.Media;

/// <summary>How pictures of another aspect ratio come into a size.</summary>
public enum Fit
{
    /// <summary>What is too wide or too high is cut off at both sides.</summary>
    Crop,

    /// <summary>What is missing is black at both sides.</summary>
    Pad,

    /// <summary>The pictures are distorted.</summary>
    Stretch,
}
