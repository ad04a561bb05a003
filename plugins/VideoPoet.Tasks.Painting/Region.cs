namespace VideoPoet.Tasks.Painting;

/// <summary>A box of pixels in one frame.</summary>
/// <param name="Top">The first row.</param>
/// <param name="Bottom">The row after the last one.</param>
/// <param name="Left">The first column.</param>
/// <param name="Right">The column after the last one.</param>
internal readonly record struct Region(int Top, int Bottom, int Left, int Right)
{
    public bool Contains(int row, int column) => row >= Top && row < Bottom && column >= Left && column < Right;

    /// <summary>The box that a shape covers in one frame of a clip; halves lie between a quarter and three quarters of an edge.</summary>
    public static Region Of(MaskShape shape, MaskSide side, int frame, int frames, int height, int width)
    {
        var (top, bottom, left, right) = (height / 4, 3 * height / 4, width / 4, 3 * width / 4);
        switch (shape)
        {
            case MaskShape.Central:
                return new(top, bottom, left, right);
            case MaskShape.Horizontal:
                return new(top, bottom, 0, width);
            case MaskShape.Vertical:
                return new(0, height, left, right);
            case MaskShape.Dynamic:
                var start = frames == 1 ? 0 : (int)Math.Round(width / 2 * (double)frame / (frames - 1));
                return side == MaskSide.Inside ? new(top, bottom, start, start + width / 2) : new(0, height, start, start + width / 2);
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "unknown shape.");
        }
    }
}
