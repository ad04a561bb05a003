using System.Diagnostics;
using System.Text.Json.Nodes;
using TorchSharp;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Torch;

/// <summary>What one call of an operator costs beside its arithmetic: the addition of tensors of one element.</summary>
public sealed class OpsBenchmark : IBenchmark
{
    private const int Calls = 50_000;
    private const int Rounds = 20;

    public string Name => "ops";

    public string Summary => "The cost of calling an operator, beside PyTorch: adding tensors of one element.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("ns_no_grad", "nanoseconds of one addition, result made and disposed, without recording (best of 20)"),
        new("ns_grad", "the same with recording"),
        new("pytorch_ns_no_grad", "PyTorch's, from Python"),
        new("pytorch_ns_grad", "PyTorch's, from Python"),
        new("ratio_no_grad", "ours by PyTorch's; the limit is 0.95"),
        new("ratio_grad", "ours by PyTorch's; the limit is 0.95"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        TorchRuntime.Current.Threads = context.Threads;
        using var peer = PyTorchPeer.Start("ops.py", context);
        using var constant = zeros(1);
        using var leaf = zeros(1, requires_grad: true);
        var plain = Interleaved.Best(Rounds, () => WithoutRecording(constant), peer is null ? null : () => peer.Measure("no_grad"));
        var recorded = Interleaved.Best(Rounds, () => Nanoseconds(leaf), peer is null ? null : () => peer.Measure("grad"));
        return new()
        {
            ["ns_no_grad"] = plain.Ours,
            ["ns_grad"] = recorded.Ours,
            ["pytorch_ns_no_grad"] = plain.Theirs,
            ["pytorch_ns_grad"] = recorded.Theirs,
            ["ratio_no_grad"] = plain.Ratio,
            ["ratio_grad"] = recorded.Ratio,
        };
    }

    private static double WithoutRecording(Tensor operand)
    {
        using var _ = no_grad();
        return Nanoseconds(operand);
    }

    private static double Nanoseconds(Tensor operand)
    {
        var watch = Stopwatch.StartNew();
        for (var call = 0; call < Calls; call++)
            operand.add(operand).Dispose();
        return watch.Elapsed.TotalNanoseconds / Calls;
    }
}
