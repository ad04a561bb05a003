namespace VideoPoet.Tasks.Painting;

/// <summary>The shape that divides a video into what is given and what is to be filled (MAGVIT, §3.2).</summary>
public enum MaskShape
{
    /// <summary>A box of half the height and half the width, in the middle.</summary>
    Central,

    /// <summary>
    /// A shape that moves from left to right: for inpainting a box of half the height and half the width, for outpainting a strip of half
    /// the width.
    /// </summary>
    Dynamic,

    /// <summary>A strip of half the height, from the left edge to the right edge.</summary>
    Horizontal,

    /// <summary>A strip of half the width, from the top edge to the bottom edge.</summary>
    Vertical,
}
