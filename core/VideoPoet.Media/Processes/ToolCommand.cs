namespace VideoPoet.Media;

/// <summary>A program to run for a file; no shell is involved, so nothing in an argument has a meaning of its own.</summary>
/// <param name="Program"><c>ffmpeg</c> or <c>ffprobe</c>.</param>
/// <param name="File">The file that failures are told of.</param>
/// <param name="Arguments">The arguments, one each.</param>
internal sealed record ToolCommand(string Program, string File, IReadOnlyList<string> Arguments)
{
    /// <summary>What cannot be done when the program fails.</summary>
    public string Failure { get; init; } = "cannot be read";

    /// <summary>How much memory the program may take, bytes.</summary>
    public long MemoryBytes { get; init; } = long.MaxValue;

    /// <summary>What would help when the program fails.</summary>
    public string Remedy { get; init; } = "Give a picture, a video or a sound that ffmpeg can read.";
}
