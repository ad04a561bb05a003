using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.Perceptual.Reference;

/// <summary>Files with the names and shapes of a published network, filled with the values of make_reference.py.</summary>
internal static class PublishedFile
{
    /// <summary>The names and shapes.</summary>
    /// <param name="list">The file of make_reference.py that lists them.</param>
    public static IReadOnlyList<(string Name, long[] Shape)> Names(string list) =>
        [.. File.ReadLines(PathOf(list)).Select(line => line.Split(' '))
            .Select(parts => (parts[0], parts.Length == 1 ? [] : Array.ConvertAll(parts[1].Split('x'), long.Parse)))];

    /// <summary>Writes a safetensors file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="list">The file of make_reference.py that lists the names and shapes.</param>
    /// <param name="only">The beginning of the names that are written.</param>
    public static void Write(string path, string list, string only = "")
    {
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(path, [.. Names(list).Index().Where(entry => entry.Item.Name.StartsWith(only, StringComparison.Ordinal))
            .Select(entry => (entry.Item.Name, Value(entry.Item.Name, entry.Item.Shape, entry.Index)))]);
    }

    public static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Perceptual", "Reference", file);

    /// <summary>Two frames of noise.</summary>
    public static Tensor Frames(int seed, long height, long width) =>
        tensor(ReferenceNumbers.Noise((int)(2 * 3 * height * width), seed).Select(value => (float)value).ToArray(), [2, 3, height, width]);

    private static Tensor Value(string name, long[] shape, int seed)
    {
        if (name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            return tensor((long)seed);
        var count = shape.Aggregate(1L, (product, size) => product * size);
        Func<double, double> kind = (name.Split('.'), shape.Length) switch
        {
            ([['l', 'i', 'n', ..], ..], _) => value => Math.Abs(value) / 100,
            ([.., "running_var"], _) => value => 1 + value / 2,
            ([.., "weight"], 1) => value => 1 + value / 10,
            (_, 1) => value => value / 10,
            _ => value => value * Math.Sqrt(6.0 * shape[0] / count),
        };
        return tensor(ReferenceNumbers.Noise((int)count, seed).Select(value => (float)kind(value)).ToArray(), shape);
    }
}
