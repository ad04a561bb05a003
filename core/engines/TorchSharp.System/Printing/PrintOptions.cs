namespace TorchSharp;

/// <summary>How tensors are written out.</summary>
/// <param name="Format">The format of floating-point numbers.</param>
/// <param name="Width">The longest line.</param>
/// <param name="NewLine">What ends a line.</param>
/// <param name="MaxRows">The most rows.</param>
/// <param name="MaxColumns">The most columns.</param>
internal sealed record PrintOptions(string Format, int Width, string NewLine, int MaxRows, int MaxColumns);
