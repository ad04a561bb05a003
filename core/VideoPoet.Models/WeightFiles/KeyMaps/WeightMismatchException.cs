namespace VideoPoet.Models.WeightFiles;

/// <summary>A weight file does not hold the weights of a module; every disagreement is listed.</summary>
/// <param name="file">The file.</param>
/// <param name="format">The format that it was read as.</param>
/// <param name="mismatches">Every disagreement, missing tensors first.</param>
public sealed class WeightMismatchException(string file, string format, IReadOnlyList<WeightMismatch> mismatches)
    : FormatException($"{file} does not fit as {format}:\n  {string.Join("\n  ", mismatches)}")
{
    /// <summary>Every disagreement, missing tensors first.</summary>
    public IReadOnlyList<WeightMismatch> Mismatches { get; } = mismatches;
}
