namespace VideoPoet.Toybox;

/// <summary>The part of the frame that an object keeps to.</summary>
public enum Lane
{
    /// <summary>All of it, for an object that is alone.</summary>
    Whole,

    /// <summary>The left half.</summary>
    LeftHalf,

    /// <summary>The right half.</summary>
    RightHalf,

    /// <summary>The upper half.</summary>
    UpperHalf,

    /// <summary>The lower half.</summary>
    LowerHalf,
}
