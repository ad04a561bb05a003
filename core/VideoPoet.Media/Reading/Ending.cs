namespace VideoPoet.Media;

/// <summary>What happens when a file ends before the duration that was asked for.</summary>
public enum Ending
{
    /// <summary>It is refused; one missing frame, or ⅛ s of sound alone, is forgiven, since containers round their durations.</summary>
    Refuse,

    /// <summary>The last frame stays, and the sound is silent.</summary>
    Hold,
}
