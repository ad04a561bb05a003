using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>A batch normalisation that only ever uses the statistics of its training.</summary>
internal sealed class FrozenNormalisation : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-5;

    private readonly Tensor _weight;
    private readonly Tensor _bias;
    private readonly Tensor _mean;
    private readonly Tensor _variance;

    public FrozenNormalisation(long channels, Device? device) : base(nameof(FrozenNormalisation))
    {
        _weight = ones(channels, device: device);
        _bias = zeros(channels, device: device);
        _mean = zeros(channels, device: device);
        _variance = ones(channels, device: device);
        // torchvision's names.
        register_buffer("weight", _weight);
        register_buffer("bias", _bias);
        register_buffer("running_mean", _mean);
        register_buffer("running_var", _variance);
    }

    /// <summary>[batch, channels, height, width] → the same</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.batch_norm(input, _mean, _variance, _weight, _bias, training: false, eps: Epsilon);
}
