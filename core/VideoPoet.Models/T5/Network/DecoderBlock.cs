using TorchSharp.Utils;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>A block of the decoder: attention to itself, attention to what the encoder made, then the feed-forward layer.</summary>
internal sealed class DecoderBlock : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "layer")] private readonly LayerList _layers;

    /// <inheritdoc cref="Attention.Attention"/>
    public DecoderBlock(TextEncoderSpec sizes, RelativeBuckets? distances, Device? device, ScalarType? type) : base(nameof(DecoderBlock))
    {
        _layers = new(new(sizes, distances, device, type), new(sizes, device, type), new(sizes, device, type));
        RegisterComponents();
    }

    /// <inheritdoc cref="Attention.DistanceBias"/>
    public Tensor DistanceBias(int length) => _layers.Attention.DistanceBias(length);

    /// <summary>[batch, length, width] to the same.</summary>
    /// <param name="input">[batch, length, width]</param>
    /// <param name="bias">The bias of attention to itself: broadcast to [batch, heads, length, length].</param>
    /// <param name="encoded">What the encoder made: [batch, keys, width].</param>
    /// <param name="encodedBias">The bias of attention to it: broadcast to [batch, heads, length, keys].</param>
    public override Tensor forward(Tensor input, Tensor bias, Tensor encoded, Tensor encodedBias)
    {
        using var scope = NewDisposeScope();
        var attended = _layers.Cross.call(_layers.Attention.call(input, bias), encoded, encodedBias);
        return _layers.FeedForward.call(attended).MoveToOuterDisposeScope();
    }

    /// <summary>The list that the names of published weights have between a block and its layers.</summary>
    private sealed class LayerList : nn.Module
    {
        [ComponentName(Name = "0")] public readonly SelfAttentionLayer Attention;
        [ComponentName(Name = "1")] public readonly CrossAttentionLayer Cross;
        [ComponentName(Name = "2")] public readonly FeedForwardLayer FeedForward;

        public LayerList(SelfAttentionLayer attention, CrossAttentionLayer cross, FeedForwardLayer feedForward) : base(nameof(LayerList))
        {
            (Attention, Cross, FeedForward) = (attention, cross, feedForward);
            RegisterComponents();
        }
    }
}
