using System.Diagnostics;
using System.Text.Json.Nodes;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Inference.Decoding;
using VideoPoet.Torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>Steps of the decoder beside the same steps in eager PyTorch with a KV cache, and beside the bandwidth of memory.</summary>
public sealed class DecodeBenchmark : IBenchmark
{
    // The middle of the sequence, so that keys are as many as on average.
    private const int Taken = 640;
    private const int Rounds = 4;

    public string Name => "decode";

    public string Summary =>
        "Tokens of a text-to-video sequence of square-17, in its middle, beside eager PyTorch with a KV cache in fp32 and the bandwidth of memory.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("read_gb_per_s", "bytes that all threads read from memory at best, GB/s: sums over 2 GiB"),
        new("mini", "the mini model, see below"),
        new("300m", """
            the 300M model. Of both, in fp32, bf16 and int8:
              tokens_per_s     tokens a second of one sample, output layer and sampling included
              body_ms          milliseconds of the blocks alone
              bandwidth_share  bytes of the blocks' weights and of keys and values read a second, by the best that threads read in turn with them, for
                               memory is faster and slower by the minute; the limit is 0.75 for 300m. The mini's weights stay in the caches, so
                               that its share says little
              ratio_pytorch    PyTorch's time of the blocks, fp32, by ours; the limits for 300m are 2, 4 and 7
              ratio_whole      the same with the output layer and sampling
              guidance_cost    time of a guided step by that of an unguided one
            and of all formats:
              guidance_cost    the greatest of them; the limit is 1.15
              first_frame_s    seconds to the first latent frame, bf16, prefix included: the sum of 256 steps is taken as 256 times one
              session_mb       memory of a session, bf16, unguided
            """),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        TorchRuntime.Current.Threads = context.Threads;
        DecodeCase[] cases = [DecodeCase.Of("mini"), DecodeCase.Of("300m")];
        var keys = cases[0].Request(1).Prompt.Layout.PrefixLength + 1 + Taken;
        using var peer = PyTorchPeer.Start("decode.py", context, new Dictionary<string, string>(cases.Select(item => item.Setting(keys))));
        using var bandwidth = new ReadBandwidth(context.Threads);
        var measured = cases.Select(item => (item.Name, Figures: Measure(item, peer, bandwidth, context.Threads))).ToList();
        var result = new JsonObject { ["read_gb_per_s"] = bandwidth.Best / 1e9 };
        foreach (var (name, figures) in measured)
            result[name] = figures;
        return result;
    }

    private static JsonObject Measure(DecodeCase subject, PyTorchPeer? peer, ReadBandwidth bandwidth, int threads)
    {
        var result = new JsonObject();
        var greatestCost = 0.0;
        double? theirWhole = peer?.Measure($"whole_{subject.Name}");
        foreach (var format in Enum.GetValues<WeightFormat>())
        {
            using var decoder = new ManagedDecoder(subject.Network(), format, threads);
            using var plain = new DecodeSteps(decoder, subject.Request(1), Taken);
            using var guided = new DecodeSteps(decoder, subject.Request(2), Taken);
            var repeats = subject.Name == "mini" ? 20 : 3;
            var body = Interleaved.Best(Rounds, () => plain.Body(repeats), peer is null ? null : () => peer.Measure($"body_{subject.Name}"));
            var reading = Interleaved.Best(Rounds, () => plain.Body(repeats), bandwidth.Measure);
            // In turn, since their ratio is what counts.
            var whole = Interleaved.Best(Rounds, () => plain.Whole(repeats), () => guided.Whole(repeats));
            var cost = whole.Theirs!.Value / whole.Ours;
            greatestCost = Math.Max(greatestCost, cost);
            result[NameOf(format)] = new JsonObject
            {
                ["tokens_per_s"] = 1 / whole.Ours,
                ["body_ms"] = 1e3 * Math.Min(body.Ours, reading.Ours),
                ["bandwidth_share"] = (decoder.BodyBytes + plain.KeyBytes) * reading.Theirs / reading.Ours,
                ["ratio_pytorch"] = body.Theirs / body.Ours,
                ["ratio_whole"] = theirWhole / whole.Ours,
                ["guidance_cost"] = cost,
            };
            if (format != WeightFormat.BFloat16)
                continue;
            var watch = Stopwatch.StartNew();
            using (decoder.Begin(subject.Request(1)))
                result["first_frame_s"] = watch.Elapsed.TotalSeconds + 256 * whole.Ours;
            result["session_mb"] = decoder.SessionBytes(subject.Request(1)) / 1e6;
        }
        result["guidance_cost"] = greatestCost;
        return result;
    }

    private static string NameOf(WeightFormat format) => format switch
    {
        WeightFormat.Float32 => "fp32",
        WeightFormat.BFloat16 => "bf16",
        _ => "int8",
    };
}
