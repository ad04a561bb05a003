namespace VideoPoet.Toybox;

/// <summary>How many objects scenes have.</summary>
public enum ObjectCount
{
    /// <summary>One, and two in one of five scenes.</summary>
    Mixed,

    /// <summary>One.</summary>
    One,

    /// <summary>Two.</summary>
    Two,
}
