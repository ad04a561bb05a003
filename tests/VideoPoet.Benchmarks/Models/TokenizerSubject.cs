using System.Diagnostics;
using TorchSharp;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>A video tokenizer of one configuration with a clip of noise, the counterpart of Tokenizer in Peers/tokenizer.py.</summary>
internal sealed class TokenizerSubject : IDisposable
{
    private readonly TokenizerClip _clip;
    private readonly VideoTokenizer _tokenizer;
    private readonly Tensor _pixels;
    private readonly Tensor _ids;

    public TokenizerSubject(TokenizerClip clip)
    {
        _clip = clip;
        _tokenizer = new(clip.Sizes);
        _pixels = rand([1, PixelFrames.Channels, clip.Frames, clip.Size, clip.Size]).mul_(2).sub_(1);
        var (latentFrames, places) = (1 + (clip.Frames - 1) / VideoFormat.FrameStride, clip.Size / VideoFormat.PixelStride);
        _ids = randint(0, clip.Sizes.Codes, [1, latentFrames, places, places], ScalarType.Int64);
    }

    /// <summary>Seconds of encoding and of decoding the clip, beside PyTorch's where there is any.</summary>
    public (Comparison Encode, Comparison Decode) Measure(int rounds, PyTorchPeer? peer)
    {
        CheckParameters(peer);
        Func<double>? Peer(string pass) => peer is null ? null : () => peer.Measure($"{pass}_{_clip.Name}");
        return (Interleaved.Best(rounds, Encode, Peer("encode")), Interleaved.Best(rounds, Decode, Peer("decode")));
    }

    /// <summary>Seconds of encoding and of decoding the clip in bfloat16.</summary>
    public (double Encode, double Decode) MeasureAutocast(int rounds)
    {
        using var autocast = TorchRuntime.Current.Autocast(DeviceType.CPU);
        return (Interleaved.Best(rounds, Encode, null).Ours, Interleaved.Best(rounds, Decode, null).Ours);
    }

    public void Dispose()
    {
        _tokenizer.Dispose();
        _pixels.Dispose();
        _ids.Dispose();
    }

    private double Encode() => Seconds(() => _tokenizer.Encode(_pixels));

    private double Decode() => Seconds(() => _tokenizer.Decode(_ids));

    private static double Seconds(Func<Tensor> work)
    {
        var watch = Stopwatch.StartNew();
        work().Dispose();
        return watch.Elapsed.TotalSeconds;
    }

    private void CheckParameters(PyTorchPeer? peer)
    {
        var ours = _tokenizer.parameters().Sum(parameter => parameter.numel());
        if (peer?.Measure($"parameters_{_clip.Name}") is { } theirs && theirs != ours)
            throw new BenchmarkException($"PyTorch's side is another network: it has {theirs} parameters, ours {ours}.");
    }
}
