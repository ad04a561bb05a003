using VideoPoet.Engines.Tests.Parity;

namespace VideoPoet.Models.Tests.SoundStream.Reference;

/// <summary>What make_reference.py wrote, and the weights and sounds that it computed them from (deterministic.py).</summary>
internal static class ReferenceNumbers
{
    private static readonly string s_folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "SoundStream", "Reference");
    private static readonly SafetensorsFile s_file = SafetensorsFile.Open(Path.Combine(s_folder, "reference.safetensors"));

    /// <summary>The tensor of a name.</summary>
    public static Tensor Read(string name) => s_file.Read(name);

    /// <summary>A checkpoint of a small Descript audio codec, laid out as the published ones.</summary>
    public static string SmallDac => Path.Combine(s_folder, "dac-small.pt");

    /// <summary>The names and shapes of the published 16 kHz weights, in the dictionary that holds them.</summary>
    public static IEnumerable<(string Name, long[] Shape)> PublishedDacTensors() =>
        File.ReadLines(Path.Combine(s_folder, "dac-16khz.txt")).Select(line => line.Split(' '))
            .Select(parts => ("state_dict." + parts[0], Array.ConvertAll(parts[1].Split('x'), long.Parse)));

    /// <summary>The largest difference from the reference, in units of its largest element where that exceeds 1; it is also printed.</summary>
    public static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        var expected = Read(name);
        Assert.That(actual.shape, Is.EqualTo(expected.shape), name);
        var difference = (actual.detach() - expected).abs().max().ToDouble() / Math.Max(1, expected.abs().max().ToDouble());
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }

    /// <summary>A sound of noise.</summary>
    public static Tensor Sound(int seed, int batch, int samples)
    {
        using var flat = tensor(Noise(batch * samples, seed).Select(value => (float)(value * 0.7)).ToArray());
        return flat.reshape(batch, 1, samples);
    }

    /// <summary>Gives all learnt tensors of a module the weights of the reference; windows stay.</summary>
    /// <param name="module">The module.</param>
    /// <param name="magnitude">Around what weight norms lie.</param>
    public static void Fill(nn.Module module, double magnitude = 1)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var state = module.state_dict().Where(entry => !entry.Key.EndsWith(".window") && !entry.Key.EndsWith(".bands")).OrderBy(entry => entry.Key, StringComparer.Ordinal);
        foreach (var (seed, (name, target)) in state.Index())
            target.copy_(tensor(Weight(name, target.shape, seed, magnitude)).view(target.shape));
    }

    private static float[] Weight(string name, long[] shape, int seed, double magnitude)
    {
        var fanIn = shape.Skip(1).Aggregate(1L, (product, size) => product * size);
        Func<double, double> scale = name.Split('.')[^1] switch
        {
            "weight_g" => value => magnitude + value / 4,
            "bias" => value => value / 10,
            "counts" => value => 3 + value,
            "embedding" or "sums" => value => value,
            _ => value => value * Math.Sqrt(3.0 / fanIn),
        };
        return [.. Noise((int)(shape[0] * fanIn), seed).Select(value => (float)scale(value))];
    }

    /// <summary>Numbers from −1 to 1 that depend on their place and a seed.</summary>
    public static IEnumerable<double> Noise(int count, int seed) => Enumerable.Range(0, count).Select(place =>
    {
        var wave = Math.Sin(place * 12.9898 + seed * 78.233) * 43758.5453;
        return (wave - Math.Floor(wave)) * 2 - 1;
    });
}
