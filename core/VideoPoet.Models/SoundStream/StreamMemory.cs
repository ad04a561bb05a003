using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>
/// What the causal layers of one network have heard of one stream: each finds the end of its last input here, where a stream that begins has silence.
/// </summary>
internal sealed class StreamMemory : IDisposable
{
    private readonly Dictionary<nn.Module, Tensor> _past = new(ReferenceEqualityComparer.Instance);

    /// <summary>Puts a layer's past in front of its input, and remembers the end of both.</summary>
    /// <param name="memory">The stream; null when the input is a whole sound.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[batch, channels, positions]</param>
    /// <param name="length">How many positions the layer looks back.</param>
    public static Tensor Extend(StreamMemory? memory, nn.Module layer, Tensor input, long length) =>
        memory is null ? AfterSilence(input, length) : memory.Extend(layer, input, length);

    /// <summary>Forgets everything.</summary>
    public void Dispose()
    {
        foreach (var past in _past.Values)
            past.Dispose();
        _past.Clear();
    }

    private Tensor Extend(nn.Module layer, Tensor input, long length)
    {
        using var past = _past.GetValueOrDefault(layer);
        var extended = past is null ? AfterSilence(input, length) : cat([past, input], dim: -1);
        using var end = extended.narrow(-1, extended.size(-1) - length, length);
        _past[layer] = end.clone().DetachFromDisposeScope();
        return extended;
    }

    private static Tensor AfterSilence(Tensor input, long length) => nn.functional.pad(input, (length, 0L));
}
