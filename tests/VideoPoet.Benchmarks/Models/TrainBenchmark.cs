using System.Diagnostics;
using System.Text.Json.Nodes;
using TorchSharp;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>Training steps of the language model beside the same model in eager PyTorch, and the memory of its loss.</summary>
public sealed class TrainBenchmark : IBenchmark
{
    private const int RoundsOfMini = 5;
    private const int RoundsOf300M = 2;

    public string Name => "train";

    public string Summary => "Training steps of the language model, forward to AdamW, beside eager PyTorch in fp32: mini, and a twelfth of 300M.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("tokens_per_second_mini", "positions a second, mini model, single precision (best of 5)"),
        new("tokens_per_second_300m", "positions a second, 300M model with the layers and codes below, single precision (best of 2)"),
        new("layers_300m", "layers that are measured, of 24"),
        new("codes_300m", "visual codes that are measured, of 262,144"),
        new("ratio_fp32", "our tokens a second by PyTorch's: geometric mean of the two; the limit is 1.0"),
        new("ratio_autocast", "ours in bf16 by ours in fp32, likewise; the limit is 2.0 with AMX; null without bf16 products"),
        new("mfu", "arithmetic rate of products in the fp32 step of the 300M model, by the rate of one product of 2,048² matrices"),
        new("padding", "share of padding in the batches of the mini mixture, of drawn tokens; slots for text are not counted; the limit is 0"),
        new("data_wait", "share of the time that steps on that mixture wait for a batch, after the first; the limit is 0.01"),
        new("loss_memory_ratio", "peak memory of the whole logits' loss by ours, beside the gradients, 262,144 codes; the limit is 5"),
        new("pytorch_tokens_per_second_mini", "PyTorch's, single precision"),
        new("pytorch_tokens_per_second_300m", "PyTorch's, single precision"),
        new("amx", "whether this processor has AMX matrix units"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        TorchRuntime.Current.Threads = context.Threads;
        var (mini, large) = (TrainCase.Mini(), TrainCase.Of300M());
        var flags = ProcessorFlags.Read();
        var hasBrief = flags.Contains("amx_bf16") || flags.Contains("avx512_bf16");
        if (!hasBrief)
            context.Log.WriteLine("ratio_autocast is null: this processor has no bf16 products (neither AMX nor AVX512-BF16).");
        using var peer = PyTorchPeer.Start("train.py", context, new Dictionary<string, string>([mini.Setting, large.Setting]));
        var ofMini = Speed(mini, RoundsOfMini, peer, hasBrief);
        var of300M = Speed(large, RoundsOf300M, peer, hasBrief);
        Speeds[] all = [ofMini, of300M];
        var peak = 2.0 * Math.Pow(2048, 3) / Interleaved.Best(5, Product, null).Ours;
        var (padding, wait) = MixtureRun.Measure();
        return new()
        {
            ["tokens_per_second_mini"] = ofMini.Ours,
            ["tokens_per_second_300m"] = of300M.Ours,
            ["layers_300m"] = large.Model.LanguageModel.Layers,
            ["codes_300m"] = large.Vocabulary.VisualCodes,
            ["ratio_fp32"] = Mean(all.Select(speed => speed.Ours / speed.Theirs)),
            ["ratio_autocast"] = Mean(all.Select(speed => speed.Autocast / speed.Ours)),
            ["mfu"] = large.Operations / (of300M.Tokens / of300M.Ours) / peak,
            ["padding"] = padding,
            ["data_wait"] = wait,
            ["loss_memory_ratio"] = LossMemory.Ratio(),
            ["pytorch_tokens_per_second_mini"] = ofMini.Theirs,
            ["pytorch_tokens_per_second_300m"] = of300M.Theirs,
            ["amx"] = flags.Contains("amx_bf16"),
        };
    }

    private static Speeds Speed(TrainCase @case, int rounds, PyTorchPeer? peer, bool hasBrief)
    {
        using var subject = new TrainSubject(@case);
        var plain = subject.Measure(rounds, peer);
        double? brief = hasBrief ? subject.MeasureAutocast(rounds) : null;
        return new(subject.Tokens, subject.Tokens / plain.Ours, subject.Tokens / plain.Theirs, subject.Tokens / brief);
    }

    private static double Product()
    {
        using var scope = NewDisposeScope();
        var matrix = ones(2048, 2048);
        var watch = Stopwatch.StartNew();
        matrix.mm(matrix);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The geometric mean, or null where a ratio is missing.</summary>
    private static double? Mean(IEnumerable<double?> ratios)
    {
        var all = ratios.ToList();
        return all.Contains(null) ? null : Math.Exp(all.Average(ratio => Math.Log(ratio!.Value)));
    }

    /// <summary>The positions of a step, and positions a second; null where there is no peer, or no short type.</summary>
    private sealed record Speeds(int Tokens, double Ours, double? Theirs, double? Autocast);
}
