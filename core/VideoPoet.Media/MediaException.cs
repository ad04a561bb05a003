namespace VideoPoet.Media;

/// <summary>A media file cannot be read or written; the message says which file, why, and what would help.</summary>
/// <param name="file">The file.</param>
/// <param name="reason">Why, as a part of a sentence without a full stop.</param>
/// <param name="remedy">What would help, as a sentence.</param>
/// <param name="cause">The exception that led to this one.</param>
public sealed class MediaException(string file, string reason, string remedy, Exception? cause = null)
    : Exception($"{file}: {reason}. {remedy}", cause)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Why it cannot be read or written.</summary>
    public string Reason { get; } = reason;

    /// <summary>What would help.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Whether no file can be read, because ffmpeg cannot be started or understood; the file itself may be good.</summary>
    public bool IsFaultOfTool { get; init; }
}
