using System.Diagnostics;
using System.Text.Json.Nodes;
using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Torch;

/// <summary>One training step of a transformer block: forward, backward, AdamW.</summary>
public sealed class BlockBenchmark : IBenchmark
{
    private const int Width = 512;
    private const int Heads = 8;
    private const int Length = 1024;
    private const int Batch = 4;
    private const int Rounds = 10;

    // Products of matrices: four of the width's square a token (qkv and out), eight in the MLP, two of scores; three times for a training step.
    private const double Operations = 3.0 * 2 * Batch * Length * (12.0 * Width * Width + 2.0 * Length * Width);

    public string Name => "block";

    public string Summary => "A training step of a transformer block (d 512, 8 heads, 1,024 tokens, batch 4) beside PyTorch in fp32.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("seconds_fp32", "one step in single precision (best of 10)"),
        new("seconds_autocast", "one step with bf16 autocast"),
        new("pytorch_seconds_fp32", "PyTorch's step in single precision"),
        new("ratio_fp32", "ours by PyTorch's fp32; the limit is 1.02"),
        new("ratio_autocast", "ours with autocast by PyTorch's fp32; the limit is 0.5 on a machine with AMX"),
        new("amx", "whether this processor has AMX matrix units"),
        new("avx512_bf16", "whether this processor has AVX512-BF16 products"),
        new("gflops_fp32", "arithmetic rate of our step in single precision"),
        new("peak_gflops_fp32", "rate of one product of 2,048² matrices in single precision: what the step could reach at most"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        TorchRuntime.Current.Threads = context.Threads;
        using var peer = PyTorchPeer.Start("block.py", context);
        using var block = new TransformerBlock(Width, Heads);
        using var optimiser = optim.AdamW(block.parameters());
        using var input = randn(Batch, Length, Width);

        Func<double>? theirs = peer is null ? null : () => peer.Measure("fp32");
        var plain = Interleaved.Best(Rounds, () => Seconds(() => Step(block, optimiser, input)), theirs);
        var autocast = Interleaved.Best(Rounds, () => Seconds(() => AutocastStep(block, optimiser, input)), theirs);
        var peak = 2.0 * Math.Pow(2048, 3) / Interleaved.Best(Rounds, Product, null).Ours;
        var flags = ProcessorFlags.Read();
        return new()
        {
            ["seconds_fp32"] = plain.Ours,
            ["seconds_autocast"] = autocast.Ours,
            ["pytorch_seconds_fp32"] = plain.Theirs,
            ["ratio_fp32"] = plain.Ratio,
            ["ratio_autocast"] = autocast.Ratio,
            ["amx"] = flags.Contains("amx_bf16"),
            ["avx512_bf16"] = flags.Contains("avx512_bf16"),
            ["gflops_fp32"] = Operations / plain.Ours / 1e9,
            ["peak_gflops_fp32"] = peak / 1e9,
        };
    }

    private static void Step(TransformerBlock block, AdamW optimiser, Tensor input)
    {
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        block.call(input).square().mean().backward();
        optimiser.step();
    }

    private static void AutocastStep(TransformerBlock block, AdamW optimiser, Tensor input)
    {
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        Tensor output;
        using (TorchRuntime.Current.Autocast(DeviceType.CPU))
            output = block.call(input);
        output.@float().square().mean().backward();
        optimiser.step();
    }

    private static double Product()
    {
        using var scope = NewDisposeScope();
        var matrix = ones(2048, 2048);
        return Seconds(() => matrix.mm(matrix));
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
