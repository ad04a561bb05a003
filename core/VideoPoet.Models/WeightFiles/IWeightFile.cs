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
    /// A tensor of 1 MiB or more is the mapped file itself, without a copy; a smaller one is a copy. Either may outlive this object, and what is
    /// written to it never reaches the file.
    /// </summary>
    /// <remarks>
    /// While a mapped tensor lives, its file may be replaced by another one or deleted, but not be shortened: the system ends a process that touches
    /// pages that are gone. While this object lives, .NET refuses to open the file for writing.
    /// </remarks>
    /// <param name="name">One of <see cref="Tensors"/>.</param>
    /// <exception cref="ArgumentException">There is no tensor of this name.</exception>
    /// <exception cref="WeightFileException">
    /// The file was shortened since it was opened, or the checksum that an archive gives of the tensor's content is another.
    /// </exception>
    Tensor Read(string name);
}
