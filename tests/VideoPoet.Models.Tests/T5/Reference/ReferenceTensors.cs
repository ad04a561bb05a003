using System.Text;
using System.Text.Json;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.T5.Reference;

/// <summary>What one of the scripts beside this file wrote.</summary>
internal sealed class ReferenceTensors(string file) : IDisposable
{
    private readonly IWeightFile _file =
        WeightFile.Open(Path.Combine(TestContext.CurrentContext.TestDirectory, "T5", "Reference", file));

    public IEnumerable<string> NamesBelow(string prefix) => _file.Tensors.Keys.Where(name => name.StartsWith(prefix));

    public Tensor Read(string name) => _file.Read(name);

    public byte[] Bytes(string name)
    {
        using var stored = Read(name);
        return stored.bytes.ToArray();
    }

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    /// <summary>A list of names and shapes, one a line.</summary>
    public IEnumerable<(string Name, long[] Shape)> Shapes(string name) =>
        Text(name).Split('\n').Select(line => line.Split(' ', 2)).Select(parts => (parts[0], JsonSerializer.Deserialize<long[]>(parts[1])!));

    public T[] Numbers<T>(string name) where T : unmanaged
    {
        using var stored = Read(name);
        return [.. stored.data<T>()];
    }

    public void Dispose() => _file.Dispose();
}
