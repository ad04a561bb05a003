namespace VideoPoet.Models.WeightFiles;

/// <summary>One disagreement between a weight file and a module.</summary>
/// <param name="Kind">In which way they disagree.</param>
/// <param name="Tensor">The module's name of a missing tensor, the file's name of any other.</param>
/// <param name="Text">What was found and what would be right.</param>
public sealed record WeightMismatch(MismatchKind Kind, string Tensor, string Text)
{
    /// <summary>The kind in lower case, the tensor and the text.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} '{Tensor}' {Text}";
}
