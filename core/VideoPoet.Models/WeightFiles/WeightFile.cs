namespace VideoPoet.Models.WeightFiles;

/// <summary>Opens weight files. The kind is told from the first bytes, not from the name, except for an index, which ends in <c>.json</c>.</summary>
public static class WeightFile
{
    private const int SignatureSize = 4;

    /// <summary>
    /// Opens a safetensors file, a PyTorch checkpoint (the zip archive that <c>torch.save</c> writes; nothing in it is executed), or the JSON index
    /// of a network that is spread over several such files.
    /// </summary>
    /// <remarks>
    /// The tensors of a PyTorch checkpoint are those that its dictionaries lead to; their keys are joined by dots, so that the tensors of a Lightning
    /// checkpoint begin with <c>state_dict.</c>.
    /// </remarks>
    /// <param name="path">The file or the index.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WeightFileException">The file is broken, hostile, or of another kind.</exception>
    public static IWeightFile Open(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? new ShardedWeights(path) : OpenSingle(path);

    /// <summary>Opens a file that holds its tensors itself.</summary>
    internal static IWeightFile OpenSingle(string path)
    {
        var file = new MappedFile(path);
        try
        {
            var signature = file.Read(0, (int)Math.Min(SignatureSize, file.Length));
            if (PyTorchReader.IsLegacy(signature))
                throw file.Broken("it is a PyTorch file from before version 1.6; convert it in a newer one with torch.save(torch.load(FILE), FILE).");
            return PyTorchReader.IsZip(signature) ? PyTorchReader.Open(file) : SafetensorsReader.Open(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
