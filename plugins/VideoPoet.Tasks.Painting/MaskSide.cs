namespace VideoPoet.Tasks.Painting;

/// <summary>Which side of the shape is to be filled.</summary>
public enum MaskSide
{
    /// <summary>The inside: inpainting.</summary>
    Inside,

    /// <summary>The outside: outpainting.</summary>
    Outside,
}
