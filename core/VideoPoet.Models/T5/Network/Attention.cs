using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>Attention with a bias by distance instead of positions, and without a scale, which T5's initial weights contain.</summary>
internal sealed class Attention : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly int _heads;
    private readonly int _headWidth;
    private readonly RelativeBuckets? _distances;
    [ComponentName(Name = "q")] private readonly Linear _query;
    [ComponentName(Name = "k")] private readonly Linear _key;
    [ComponentName(Name = "v")] private readonly Linear _value;
    [ComponentName(Name = "o")] private readonly Linear _output;
    [ComponentName(Name = "relative_attention_bias")] private readonly Embedding? _distanceBias;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="distances">The distances that it owns the biases of, which all blocks share; null in all blocks but the first.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public Attention(TextEncoderSpec sizes, RelativeBuckets? distances, Device? device, ScalarType? type) : base(nameof(Attention))
    {
        (_heads, _headWidth, _distances) = (sizes.Heads, sizes.HeadWidth, distances);
        var inner = (long)_heads * _headWidth;
        _query = Layers.Linear(sizes.Width, inner, device, type);
        _key = Layers.Linear(sizes.Width, inner, device, type);
        _value = Layers.Linear(sizes.Width, inner, device, type);
        _output = Layers.Linear(inner, sizes.Width, device, type);
        _distanceBias = distances is null ? null : Layers.Embedding(RelativeBuckets.Count, _heads, device, type);
        RegisterComponents();
    }

    /// <summary>The bias of every pair of positions: [1, heads, length, length].</summary>
    /// <param name="length">The number of positions.</param>
    /// <exception cref="InvalidOperationException">It is not the layer that owns the biases.</exception>
    public Tensor DistanceBias(int length)
    {
        if (_distances is null || _distanceBias is null)
            throw new InvalidOperationException("Only the first block of a T5 has the biases of distances.");
        using var scope = NewDisposeScope();
        var buckets = tensor(_distances.Table(length), [length, length], device: _distanceBias.weight!.device);
        return _distanceBias.call(buckets).permute(2, 0, 1).unsqueeze(0).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, queries, width] to the same.</summary>
    /// <param name="queries">What attends: [batch, queries, width].</param>
    /// <param name="sources">What is attended to: [batch, keys, width].</param>
    /// <param name="bias">What is added to the scores: broadcast to [batch, heads, queries, keys].</param>
    public override Tensor forward(Tensor queries, Tensor sources, Tensor bias)
    {
        using var scope = NewDisposeScope();
        var value = Split(_value.call(sources));
        var scores = Split(_query.call(queries)).matmul(Split(_key.call(sources)).transpose(-2, -1)) + bias;
        var weights = nn.functional.softmax(scores, -1, ScalarType.Float32).to_type(value.dtype);
        var joined = weights.matmul(value).transpose(1, 2).flatten(2);
        return _output.call(joined).MoveToOuterDisposeScope();
    }

    // [batch, length, heads · width of a head] to [batch, heads, length, width of a head].
    private Tensor Split(Tensor joined) => joined.view(joined.shape[0], joined.shape[1], _heads, _headWidth).transpose(1, 2);
}
