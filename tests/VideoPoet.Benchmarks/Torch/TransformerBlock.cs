using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VideoPoet.Benchmarks.Torch;

/// <summary>A pre-norm transformer block with full attention, the counterpart of Peers/block.py.</summary>
internal sealed class TransformerBlock : Module<Tensor, Tensor>
{
    private readonly int _heads;
    private readonly LayerNorm _attentionNorm;
    private readonly Linear _qkv;
    private readonly Linear _out;
    private readonly LayerNorm _mlpNorm;
    private readonly Linear _up;
    private readonly Linear _down;

    public TransformerBlock(int width, int heads) : base(nameof(TransformerBlock))
    {
        _heads = heads;
        _attentionNorm = LayerNorm(width);
        _qkv = Linear(width, 3 * width);
        _out = Linear(width, width);
        _mlpNorm = LayerNorm(width);
        _up = Linear(width, 4 * width);
        _down = Linear(4 * width, width);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] → [batch, length, width].</summary>
    public override Tensor forward(Tensor input)
    {
        var (batch, length, width) = (input.shape[0], input.shape[1], input.shape[2]);
        var parts = _qkv.call(_attentionNorm.call(input)).view(batch, length, 3, _heads, width / _heads).permute(2, 0, 3, 1, 4);
        var attended = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2]).transpose(1, 2).reshape(batch, length, width);
        var x = input + _out.call(attended);
        return x + _down.call(functional.gelu(_up.call(_mlpNorm.call(x))));
    }
}
