namespace VideoPoet.Specs;

/// <summary>One mistake in a specification.</summary>
/// <param name="Origin">Where it was written.</param>
/// <param name="Message">What was found and what would be right.</param>
public sealed record SpecError(Origin Origin, string Message)
{
    /// <summary>The mistake as one line: the place, two blanks, the message.</summary>
    public override string ToString() => $"{Origin}  {Message}";
}
