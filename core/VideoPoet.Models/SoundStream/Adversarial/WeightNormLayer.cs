using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>A convolution whose weight is a direction times a magnitude, under the names that PyTorch gives both.</summary>
internal sealed class WeightNormLayer : nn.Module<Tensor, Tensor>
{
    private readonly Operator _operator;
    [ComponentName(Name = "weight_g")] private readonly Parameter _magnitude;
    [ComponentName(Name = "weight_v")] private readonly Parameter _direction;
    [ComponentName(Name = "bias")] private readonly Parameter _bias;

    // Takes the first weights of a plain layer, which is used up.
    private WeightNormLayer(Convolution start, Operator @operator) : base(nameof(WeightNormLayer))
    {
        _operator = @operator;
        using (start)
        using (no_grad())
        {
            _direction = new(start.weight.clone());
            _magnitude = new(WeightNorm.Norm(_direction));
            _bias = new(start.bias!.clone());
        }
        RegisterComponents();
    }

    private delegate Tensor Operator(Tensor input, Tensor weight, Tensor bias);

    public static WeightNormLayer Conv1d(
        int input, int output, int kernel, int stride = 1, int padding = 0, int groups = 1, Device? device = null) => new(
        nn.Conv1d(input, output, kernel, stride, padding, groups: groups, device: device),
        (x, weight, bias) => nn.functional.conv1d(x, weight, bias, stride, padding, groups: groups));

    public static WeightNormLayer Conv2d(
        int input, int output, (int, int) kernel, (int, int) stride, (int, int) padding, Device? device) => new(
        nn.Conv2d(input, output, kernel, stride, padding, device: device),
        (x, weight, bias) => nn.functional.conv2d(x, weight, bias, [stride.Item1, stride.Item2], [padding.Item1, padding.Item2]));

    public override Tensor forward(Tensor input)
    {
        using var weight = WeightNorm.Weight(_direction, _magnitude);
        return _operator(input, weight, _bias);
    }
}
