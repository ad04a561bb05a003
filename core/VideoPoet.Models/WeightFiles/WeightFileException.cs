namespace VideoPoet.Models.WeightFiles;

/// <summary>A weight file is broken, hostile, or of a kind that cannot be read.</summary>
/// <param name="file">The file.</param>
/// <param name="problem">What is wrong in it and what would be right, as a sentence that begins in lower case.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class WeightFileException(string file, string problem, Exception? cause = null) : FormatException($"{file}: {problem}", cause)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;
}
