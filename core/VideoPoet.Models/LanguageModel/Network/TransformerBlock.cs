using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>One block: attention and SwiGLU, each after a norm and added to the residual stream.</summary>
internal sealed class TransformerBlock : nn.Module<Tensor, AttentionContext, Tensor>
{
    [ComponentName(Name = "attn_norm")] private readonly RootMeanSquareNorm _attentionNorm;
    [ComponentName(Name = "attn")] private readonly SelfAttention _attention;
    [ComponentName(Name = "mlp_norm")] private readonly RootMeanSquareNorm _feedForwardNorm;
    [ComponentName(Name = "mlp")] private readonly FeedForward _feedForward;

    /// <summary>Makes the block.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public TransformerBlock(LanguageModelSpec sizes, Device? device, ScalarType? type) : base(nameof(TransformerBlock))
    {
        _attentionNorm = new(sizes.Width, device, type);
        _attention = new(sizes, device, type);
        _feedForwardNorm = new(sizes.Width, device, type);
        _feedForward = new(sizes.Width, sizes.FeedForward, device, type);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same: whole sequences.</summary>
    public override Tensor forward(Tensor states, AttentionContext context)
    {
        using var scope = NewDisposeScope();
        return Finish(states + _attention.call(_attentionNorm.ForProducts(states), context)).MoveToOuterDisposeScope();
    }

    /// <summary>The same, keeping only its input for backward, which computes the block once more.</summary>
    public Tensor Checkpointed(Tensor states, AttentionContext context) => Checkpoint.Run(
        inputs => [call(inputs[0], context.With([.. inputs.Skip(1)]))], [states, .. context.Tensors], parameters())[0];

    /// <summary>The next positions of sequences whose keys and values are in a cache, see <see cref="SelfAttention.Continue"/>.</summary>
    public Tensor Continue(Tensor states, AttentionContext context, LayerCache cache)
    {
        using var scope = NewDisposeScope();
        return Finish(states + _attention.Continue(_attentionNorm.ForProducts(states), context, cache)).MoveToOuterDisposeScope();
    }

    private Tensor Finish(Tensor states) => states + _feedForward.call(_feedForwardNorm.ForProducts(states));
}
