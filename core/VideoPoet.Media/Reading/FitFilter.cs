namespace VideoPoet.Media;

/// <summary>The filters of ffmpeg that bring pictures of any aspect ratio, and of pixels that are not square, into a size.</summary>
internal static class FitFilter
{
    private const string Bicubic = "flags=bicubic+accurate_rnd+full_chroma_int";

    /// <summary>The filters.</summary>
    /// <param name="fit">How another aspect ratio is met.</param>
    /// <param name="size">The size.</param>
    public static string Of(Fit fit, FrameSize size)
    {
        var (width, height) = size;
        // dar is the aspect ratio of what is shown, sar that of one pixel.
        return fit switch
        {
            Fit.Crop => $"crop=w='if(gt(dar,{width}/{height}),ih*{width}/{height}/sar,iw)':" +
                $"h='if(gt(dar,{width}/{height}),ih,iw*sar*{height}/{width})'," +
                $"scale={width}:{height}:{Bicubic}",
            Fit.Pad => $"scale=w='if(gt(dar,{width}/{height}),{width},max(1,round({height}*dar)))':" +
                $"h='if(gt(dar,{width}/{height}),max(1,round({width}/dar)),{height})':{Bicubic}," +
                // A black border can begin at any column only where every pixel has its own colour.
                $"format=rgb24,pad={width}:{height}:(ow-iw)/2:(oh-ih)/2:black",
            Fit.Stretch => $"scale={width}:{height}:{Bicubic}",
            _ => throw new ArgumentOutOfRangeException(nameof(fit), fit, "the fit must be Crop, Pad or Stretch."),
        };
    }
}
