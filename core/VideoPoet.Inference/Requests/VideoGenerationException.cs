namespace VideoPoet.Inference;

/// <summary>A request cannot be fulfilled as it stands; every reason is listed, each with what would be right.</summary>
/// <param name="problems">The reasons, a sentence or two each.</param>
/// <param name="cause">The exception that led to this one.</param>
public sealed class VideoGenerationException(IReadOnlyList<string> problems, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, problems), cause)
{
    /// <summary>A request that cannot be fulfilled for one reason.</summary>
    /// <param name="problem">The reason.</param>
    /// <param name="cause">The exception that led to this one.</param>
    public VideoGenerationException(string problem, Exception? cause = null) : this([problem], cause)
    {
    }

    /// <summary>The reasons, a sentence or two each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
