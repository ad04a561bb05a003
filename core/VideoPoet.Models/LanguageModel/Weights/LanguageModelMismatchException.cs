namespace VideoPoet.Models.LanguageModel;

/// <summary>Weights are of another model, or for other ids or positions; every difference is listed.</summary>
/// <param name="file">The file.</param>
/// <param name="differences">The differences, a sentence each.</param>
public sealed class LanguageModelMismatchException(string file, IReadOnlyList<string> differences)
    : FormatException($"{file} is not for this model:\n  {string.Join("\n  ", differences)}")
{
    /// <summary>The differences, a sentence each.</summary>
    public IReadOnlyList<string> Differences { get; } = differences;
}
