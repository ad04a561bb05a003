using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Named tensors in a file, or in the files that an index names; the values are read when asked for.</summary>
public interface IWeightFile : IDisposable
{
    /// <summary>The file or the index.</summary>
    string Path { get; }

    /// <summary>Every tensor by name, in the order of the file.</summary>
    IReadOnlyDictionary<string, WeightEntry> Tensors { get; }

    /// <summary>Texts that the writer added, such as <c>format</c>.</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>
    /// A tensor whose elements are the mapped file itself, without a copy. It may outlive this object; what is written to it never reaches the file.
    /// The file must not be shortened while the tensor lives: the system ends a process that touches pages that are gone.
    /// </summary>
    /// <param name="name">One of <see cref="Tensors"/>.</param>
    /// <exception cref="ArgumentException">There is no tensor of this name.</exception>
    Tensor Read(string name);
}
