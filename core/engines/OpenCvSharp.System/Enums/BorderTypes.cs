namespace OpenCvSharp;

/// <summary>How pixels outside an image are made up; a letter is a pixel, bars are the image's edges.</summary>
public enum BorderTypes
{
    /// <summary>A given value: <c>iiii|abcdefgh|iiii</c>.</summary>
    Constant = 0,

    /// <summary>The edge pixel: <c>aaaa|abcdefgh|hhhh</c>.</summary>
    Replicate = 1,

    /// <summary>Mirrored with the edge pixel: <c>dcba|abcdefgh|hgfe</c>.</summary>
    Reflect = 2,

    /// <summary>The other side: <c>efgh|abcdefgh|abcd</c>.</summary>
    Wrap = 3,

    /// <summary>Mirrored without the edge pixel: <c>edcb|abcdefgh|gfed</c>.</summary>
    Reflect101 = 4,

    /// <summary>The same as <see cref="Reflect101"/>.</summary>
    Default = 4,

    /// <summary>Pixels outside leave the destination as it is (remapping only).</summary>
    Transparent = 5,

    /// <summary>Added to another value: a region does not look at the image around it.</summary>
    Isolated = 16,
}
