using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>
/// Rotary positions (Su et al., arXiv 2104.09864) in the half-split layout of Hugging Face's Llama: feature i of a head turns with feature i + half.
/// </summary>
internal sealed class Rotation : autograd.SingleTensorFunction<Rotation>
{
    public override string Name => "rotary_positions";

    /// <summary>The factors of positions: [2, positions, head width], cosines and signed sines, both times <paramref name="scale"/>.</summary>
    /// <param name="first">The first position.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="headWidth">The width of a head, even.</param>
    /// <param name="rotaryBase">The base of the frequencies.</param>
    /// <param name="scale">What is multiplied in: queries take the scale of attention with them.</param>
    /// <param name="device">Where the factors are needed.</param>
    public static Tensor Factors(int first, int count, int headWidth, double rotaryBase, double scale, Device device)
    {
        using var scope = NewDisposeScope();
        // In double precision: at position 10,000 a single-precision angle is off by 1e-3.
        var frequencies = (arange(0, headWidth, 2, ScalarType.Float64) * (-Math.Log(rotaryBase) / headWidth)).exp();
        var angles = arange(first, first + count, ScalarType.Float64).unsqueeze(1) * frequencies;
        var (cosines, sines) = (angles.cos(), angles.sin());
        var factors = stack([cat([cosines, cosines], 1), cat([sines.neg(), sines], 1)]) * scale;
        return factors.to(ScalarType.Float32, device).MoveToOuterDisposeScope();
    }

    /// <summary>Turns heads and puts them before positions.</summary>
    /// <param name="heads">[batch, positions, heads, head width]</param>
    /// <param name="factors">[2, positions, head width]</param>
    /// <param name="type">The type of the result.</param>
    /// <returns>[batch, heads, positions, head width], contiguous.</returns>
    public static Tensor Apply(Tensor heads, Tensor factors, ScalarType type) =>
        is_grad_enabled() ? apply(heads, factors, type) : TorchRuntime.Current.TurnHeads(heads, factors, positions: 1, 1, type);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (heads, factors) = ((Tensor)vars[0], (Tensor)vars[1]);
        ctx.save_for_backward([factors]);
        ctx.save_data(nameof(Type), heads.dtype);
        return TorchRuntime.Current.TurnHeads(heads, factors, positions: 1, 1, (ScalarType)vars[2]);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var type = (ScalarType)ctx.get_data(nameof(Type))!;
        // The transpose of a rotation is the rotation back.
        return [TorchRuntime.Current.TurnHeads(grad_output, ctx.get_saved_variables()[0], positions: 2, -1, type), null!, null!];
    }
}
