namespace VideoPoet.Media;

/// <summary>The size of a picture.</summary>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Columns times rows.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Such as <c>128×224</c>.</summary>
    public override string ToString() => $"{Width}×{Height}";
}
