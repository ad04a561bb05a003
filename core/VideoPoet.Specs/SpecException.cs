namespace VideoPoet.Specs;

/// <summary>A specification has mistakes; all of them are listed.</summary>
/// <param name="errors">The mistakes, by place.</param>
public sealed class SpecException(IReadOnlyList<SpecError> errors) : FormatException(string.Join('\n', errors))
{
    /// <summary>Every mistake that was found, ordered by file, line and column; those of overridden values follow.</summary>
    public IReadOnlyList<SpecError> Errors { get; } = errors;
}
