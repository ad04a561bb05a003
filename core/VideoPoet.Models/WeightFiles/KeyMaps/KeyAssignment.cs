using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>A tensor of a module and what it is made of in one file.</summary>
/// <param name="Target">The module's name, type and shape.</param>
/// <param name="Tensor">The module's tensor.</param>
/// <param name="Source">How it is made.</param>
/// <param name="Stored">The file's name of each input.</param>
internal sealed record KeyAssignment(WeightEntry Target, Tensor Tensor, KeySource Source, ValueList<string> Stored);
