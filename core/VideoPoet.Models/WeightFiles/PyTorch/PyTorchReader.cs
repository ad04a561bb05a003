using System.Text;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Opens the zip archives that <c>torch.save</c> writes: <c>NAME/data.pkl</c> describes the tensors, <c>NAME/data/KEY</c> hold their elements.
/// </summary>
internal static class PyTorchReader
{
    private const string PickleName = "data.pkl";
    private const int LongestPickle = 64_000_000;

    /// <summary>Whether a file begins like a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> signature) => signature.SequenceEqual("PK\x03\x04"u8);

    /// <summary>Whether a file begins like those that PyTorch wrote before version 1.6: a pickle with a magic number of ten bytes.</summary>
    public static bool IsLegacy(ReadOnlySpan<byte> signature) => signature is [0x80, 0x02, 0x8a, 0x0a];

    /// <summary>Takes over a file and reads its description.</summary>
    /// <exception cref="WeightFileException">It is not a valid checkpoint, or has what weights do not need.</exception>
    public static IWeightFile Open(MappedFile file)
    {
        var members = ZipDirectory.Read(file);
        var folder = Folder(file, members.Keys);
        CheckByteOrder(file, members, folder);
        var pickle = members[folder + PickleName];
        if (pickle.Length > LongestPickle)
            throw file.Broken($"'{pickle.Name}' has {pickle.Length} bytes; a description of tensors has at most {LongestPickle}.");
        try
        {
            pickle.CheckContent(file);
            var tensors = StateWalk.Tensors(Unpickler.Read(file.Read(pickle.Offset, (int)pickle.Length)));
            var places = tensors.Select(entry =>
                StoragePlace.Of(entry.Name, entry.Tensor, members.GetValueOrDefault($"{folder}data/{entry.Tensor.Of.Key}")));
            return new MappedWeights(file, places, new Dictionary<string, string>());
        }
        catch (FormatException e) when (e is not WeightFileException)
        {
            throw file.Broken($"'{pickle.Name}': {e.Message}", e);
        }
    }

    private static string Folder(MappedFile file, IEnumerable<string> names)
    {
        string[] pickles = [.. names.Where(name => name == PickleName || name.EndsWith($"/{PickleName}", StringComparison.Ordinal))];
        return pickles is [var pickle]
            ? pickle[..^PickleName.Length]
            : throw file.Broken($"it is a zip archive with {pickles.Length} files called {PickleName}; a PyTorch checkpoint has one.");
    }

    private static void CheckByteOrder(MappedFile file, IReadOnlyDictionary<string, ZipMember> members, string folder)
    {
        if (!members.TryGetValue(folder + "byteorder", out var member))
            return;
        var order = Encoding.ASCII.GetString(file.Read(member.Offset, (int)Math.Min(member.Length, 16)));
        if (order != "little")
            throw file.Broken($"its elements are in {order}-endian byte order, and little-endian is read.");
    }
}
