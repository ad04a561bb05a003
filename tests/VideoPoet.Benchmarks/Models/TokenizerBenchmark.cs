using System.Text.Json.Nodes;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>Encoding and decoding with MAGVIT-v2 beside the same network in PyTorch, and the memory of a long video.</summary>
public sealed class TokenizerBenchmark : IBenchmark
{
    private const int RoundsOfMini = 10;
    private const int RoundsOfPaper = 2;

    public string Name => "tokenizer";

    public string Summary => "Encoding and decoding clips with MAGVIT-v2 beside PyTorch in fp32: 17 frames of 64² (mini), 5 of 128² (paper).";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("encode_fps_paper", "frames a second, paper's configuration, single precision (best of 2)"),
        new("decode_fps_paper", "the same, ids to pixels"),
        new("encode_fps_mini", "frames a second, the mini model's tokenizer, single precision (best of 10)"),
        new("decode_fps_mini", "the same, ids to pixels"),
        new("ratio_fp32", "our frames a second by PyTorch's: geometric mean of the four above; the limit is 1.0"),
        new("ratio_autocast", "ours in bf16 by PyTorch's in fp32, likewise; the limit is 1.8 with AMX; null without bf16 products"),
        new("stream_memory_growth", "peak memory of minutes 2 to 10 of a video of 8 frames a second, by that of minute 1; flat is 1.0"),
        new("pytorch_encode_fps_paper", "PyTorch's frames a second, single precision"),
        new("pytorch_decode_fps_paper", "the same, ids to pixels"),
        new("pytorch_encode_fps_mini", "PyTorch's frames a second, single precision"),
        new("pytorch_decode_fps_mini", "the same, ids to pixels"),
        new("amx", "whether this processor has AMX matrix units"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        TorchRuntime.Current.Threads = context.Threads;
        var (mini, paper) = (TokenizerClip.Mini(), TokenizerClip.Paper());
        var flags = ProcessorFlags.Read();
        var hasBrief = flags.Contains("amx_bf16") || flags.Contains("avx512_bf16");
        // First, while no other network fills the memory that is measured.
        var growth = StreamedVideo.MemoryGrowth(mini.Sizes, mini.Size);
        using var peer = PyTorchPeer.Start("tokenizer.py", context, new Dictionary<string, string>([mini.Setting, paper.Setting]));
        var ofMini = Passes(mini, RoundsOfMini, peer, hasBrief);
        var ofPaper = Passes(paper, RoundsOfPaper, peer, hasBrief);
        Pass[] all = [.. ofPaper, .. ofMini];
        return new()
        {
            ["encode_fps_paper"] = ofPaper[0].Ours,
            ["decode_fps_paper"] = ofPaper[1].Ours,
            ["encode_fps_mini"] = ofMini[0].Ours,
            ["decode_fps_mini"] = ofMini[1].Ours,
            ["ratio_fp32"] = Mean(all.Select(pass => pass.Ours / pass.Theirs)),
            ["ratio_autocast"] = Mean(all.Select(pass => pass.Autocast / pass.Theirs)),
            ["stream_memory_growth"] = growth,
            ["pytorch_encode_fps_paper"] = ofPaper[0].Theirs,
            ["pytorch_decode_fps_paper"] = ofPaper[1].Theirs,
            ["pytorch_encode_fps_mini"] = ofMini[0].Theirs,
            ["pytorch_decode_fps_mini"] = ofMini[1].Theirs,
            ["amx"] = flags.Contains("amx_bf16"),
        };
    }

    private static Pass[] Passes(TokenizerClip clip, int rounds, PyTorchPeer? peer, bool hasBrief)
    {
        using var subject = new TokenizerSubject(clip);
        var plain = subject.Measure(rounds, peer);
        (double Encode, double Decode)? brief = hasBrief ? subject.MeasureAutocast(rounds) : null;
        return
        [
            new(clip.Frames / plain.Encode.Ours, clip.Frames / plain.Encode.Theirs, clip.Frames / brief?.Encode),
            new(clip.Frames / plain.Decode.Ours, clip.Frames / plain.Decode.Theirs, clip.Frames / brief?.Decode),
        ];
    }

    /// <summary>The geometric mean, or null where a ratio is missing.</summary>
    private static double? Mean(IEnumerable<double?> ratios)
    {
        var all = ratios.ToList();
        return all.Contains(null) ? null : Math.Exp(all.Average(ratio => Math.Log(ratio!.Value)));
    }

    /// <summary>Frames a second of one pass; null where there is no peer, or no short type.</summary>
    private sealed record Pass(double Ours, double? Theirs, double? Autocast);
}
