namespace VideoPoet.Media;

/// <summary>The part of ffprobe's report that is asked for; what a file does not have is null.</summary>
internal sealed record ProbeReport(ProbeReport.FormatPart? Format, ProbeReport.StreamPart[]? Streams, ProbeReport.FramePart[]? Frames)
{
    /// <summary>The report of the container.</summary>
    internal sealed record FormatPart(string? FormatName, double? Duration);

    /// <summary>The report of a stream.</summary>
    internal sealed record StreamPart(
        int Index, string? CodecType, string? CodecName, string? PixFmt, int Width, int Height, string? SampleAspectRatio, string? AvgFrameRate,
        string? RFrameRate, int SampleRate, int Channels, DispositionPart? Disposition, SidePart[]? SideDataList);

    /// <summary>The report of a first picture, which tells how a photograph is turned.</summary>
    internal sealed record FramePart(SidePart[]? SideDataList);

    /// <summary>What a stream is for.</summary>
    internal sealed record DispositionPart(int AttachedPic);

    /// <summary>Data beside the pictures.</summary>
    internal sealed record SidePart(double Rotation);
}
