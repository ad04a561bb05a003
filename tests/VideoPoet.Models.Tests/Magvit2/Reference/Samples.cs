using TorchSharp.Modules;
using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Magvit2.Reference;

/// <summary>The tensors that make_reference.py wrote, and the small network that they are of.</summary>
internal static class Samples
{
    private static readonly SafetensorsFile s_file = SafetensorsFile.Open(PathOf("magvit2.safetensors"));

    public static VideoTokenizerSpec Small { get; } = new()
    {
        Channels = 12,
        Multipliers = [1, 2, 2, 4],
        ResidualBlocks = 2,
        Bits = 6,
        Parameters = 1,
    };

    /// <summary>A small network whose finest level sees squares of four pixels as one place.</summary>
    public static VideoTokenizerSpec Patched { get; } = new()
    {
        Patch = 2,
        Channels = 12,
        Multipliers = [1, 2, 3],
        ResidualBlocks = 1,
        Bits = 6,
        Parameters = 1,
    };

    /// <summary>The same with the nearest places around frames.</summary>
    public static VideoTokenizerSpec Replicated { get; } = Patched with { Padding = FramePadding.Replicate };

    public static VideoTokenizerSpec Paper { get; } = new()
    {
        Channels = 128,
        Multipliers = [1, 2, 2, 4],
        ResidualBlocks = 4,
        Bits = 18,
        Rules = TemporalRules.Published,
        Parameters = 370_547_349,
    };

    public static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Magvit2", "Reference", file);

    public static Tensor Read(string name) => s_file.Read(name);

    /// <summary>The small network with the parameters of the reference.</summary>
    public static VideoTokenizer Tokenizer(TemporalRules rules = TemporalRules.Causal) => Tokenizer(Small with { Rules = rules });

    /// <summary>A network with the parameters of the reference.</summary>
    public static VideoTokenizer Tokenizer(VideoTokenizerSpec sizes)
    {
        var tokenizer = new VideoTokenizer(sizes);
        Fill(tokenizer);
        return tokenizer;
    }

    /// <summary>Gives a module the parameters that the reference computes from their names.</summary>
    /// <param name="module">The module.</param>
    /// <param name="gain">What its weights are multiplied by.</param>
    public static void Fill(nn.Module module, double gain = 1)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
            Fill(name, parameter, gain);
    }

    /// <summary>Pixels of noise, −1 to 1.</summary>
    public static Tensor Pixels(int frames, int batch = 1, int size = 16, uint seed = 1) =>
        tensor(Noise(seed, batch * 3 * frames * size * size).Select(value => (float)value).ToArray(), [batch, 3, frames, size, size]);

    /// <summary>The largest difference between a tensor and the reference, which is also printed.</summary>
    public static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        return Difference(actual, Read(name), name);
    }

    /// <summary>The largest difference between two tensors, which is also printed.</summary>
    public static double Difference(Tensor actual, Tensor expected, string name)
    {
        using var scope = NewDisposeScope();
        Assert.That(actual.shape, Is.EqualTo(expected.shape), name);
        var difference = (actual.detach() - expected.detach()).abs().max().ToDouble();
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }

    private static void Fill(string name, Parameter parameter, double gain)
    {
        var seed = name.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);
        var inputs = parameter.shape.Skip(1).Aggregate(1L, (product, size) => product * size);
        var (scale, offset) = parameter.dim() > 1
            ? (gain * Math.Sqrt(3.0 / inputs), 0)
            : (0.1, name.EndsWith(".weight", StringComparison.Ordinal) ? 1 : 0);
        using var values = tensor(Noise(seed, parameter.numel()).Select(value => (float)(value * scale + offset)).ToArray(), parameter.shape);
        parameter.copy_(values);
    }

    private static IEnumerable<double> Noise(uint seed, long count)
    {
        for (var i = 0u; i < count; i++)
        {
            var x = seed + i;
            x = (x ^ (x >> 16)) * 0x7FEB352D;
            x = (x ^ (x >> 15)) * 0x846CA68B;
            x ^= x >> 16;
            yield return (x >> 8) / (double)(1 << 23) - 1;
        }
    }
}
