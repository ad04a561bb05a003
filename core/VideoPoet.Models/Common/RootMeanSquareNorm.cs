using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.Common;

/// <summary>Divides vectors by their root mean square, in single precision, and scales them (Zhang and Sennrich, arXiv 1910.07467).</summary>
internal sealed class RootMeanSquareNorm : nn.Module<Tensor, Tensor>
{
    /// <summary>What is added to the mean square.</summary>
    public const double Epsilon = 1e-6;

    [ComponentName(Name = "weight")] private readonly Parameter _weight;

    /// <summary>A norm with all scales 1.</summary>
    /// <param name="width">The size of a vector.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public RootMeanSquareNorm(long width, Device? device, ScalarType? type) : base(nameof(RootMeanSquareNorm))
    {
        _weight = new(ones(width, type, device));
        RegisterComponents();
    }

    /// <summary>[…, width] to the same, in the type of the parameters.</summary>
    public override Tensor forward(Tensor input) => TorchRuntime.Current.RootMeanSquareNorm(input, _weight, Epsilon, _weight.dtype);

    /// <summary>The same in the type that products are computed in now, so that each layer that reads it need not convert it.</summary>
    public Tensor ForProducts(Tensor input) =>
        TorchRuntime.Current.RootMeanSquareNorm(input, _weight, Epsilon, TorchRuntime.Current.AutocastType(input.device_type) ?? _weight.dtype);
}
