using TorchSharp.Utils;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>A block of the encoder: attention, then the feed-forward layer.</summary>
internal sealed class EncoderBlock : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "layer")] private readonly LayerList _layers;

    /// <inheritdoc cref="Attention.Attention"/>
    public EncoderBlock(TextEncoderSpec sizes, RelativeBuckets? distances, Device? device, ScalarType? type) : base(nameof(EncoderBlock))
    {
        _layers = new(new(sizes, distances, device, type), new(sizes, device, type));
        RegisterComponents();
    }

    /// <inheritdoc cref="Attention.DistanceBias"/>
    public Tensor DistanceBias(int length) => _layers.Attention.DistanceBias(length);

    /// <inheritdoc cref="SelfAttentionLayer.forward"/>
    public override Tensor forward(Tensor input, Tensor bias)
    {
        using var attended = _layers.Attention.call(input, bias);
        return _layers.FeedForward.call(attended);
    }

    /// <summary>The list that the names of published weights have between a block and its layers.</summary>
    private sealed class LayerList : nn.Module
    {
        [ComponentName(Name = "0")] public readonly SelfAttentionLayer Attention;
        [ComponentName(Name = "1")] public readonly FeedForwardLayer FeedForward;

        public LayerList(SelfAttentionLayer attention, FeedForwardLayer feedForward) : base(nameof(LayerList))
        {
            (Attention, FeedForward) = (attention, feedForward);
            RegisterComponents();
        }
    }
}
