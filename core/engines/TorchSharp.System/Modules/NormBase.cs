using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: a scale and a shift a channel, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;
    [ComponentName(Name = nameof(bias))] private Parameter? _bias;
    [ComponentName(Name = nameof(running_mean))] private Tensor? _running_mean;
    [ComponentName(Name = nameof(running_var))] private Tensor? _running_var;
    [ComponentName(Name = nameof(num_batches_tracked))] private Tensor? _num_batches_tracked;

    /// <summary>A normalisation that starts as scale 1, shift 0, mean 0, variance 1.</summary>
    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The share of a batch in the running statistics; null averages over all batches.</param>
    /// <param name="affine">Whether scale and shift are learnt.</param>
    /// <param name="track_running_stats">Whether there are running statistics.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <param name="dtype">Their type.</param>
    /// <param name="name">What the module calls itself.</param>
    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = Initial.Constant([num_features], 1, device, dtype);
            bias = Initial.Constant([num_features], 0, device, dtype);
        }
        if (!track_running_stats)
            return;
        running_mean = zeros(num_features, dtype, device);
        running_var = ones(num_features, dtype, device);
        num_batches_tracked = zeros([], ScalarType.Int64, device);
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a batch in the running statistics; null averages over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether scale and shift are learnt.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>[num_features]: the scales; null unless <see cref="affine"/>.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => Replace(ref _weight, value, nameof(weight));
    }

    /// <summary>[num_features]: the shifts; null unless <see cref="affine"/>.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => Replace(ref _bias, value, nameof(bias));
    }

    /// <summary>[num_features]; null unless <see cref="track_running_stats"/>.</summary>
    public Tensor? running_mean
    {
        get => _running_mean;
        set => Replace(ref _running_mean, value, nameof(running_mean));
    }

    /// <summary>[num_features]; null unless <see cref="track_running_stats"/>.</summary>
    public Tensor? running_var
    {
        get => _running_var;
        set => Replace(ref _running_var, value, nameof(running_var));
    }

    /// <summary>How many batches the running statistics have seen; null unless <see cref="track_running_stats"/>.</summary>
    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => Replace(ref _num_batches_tracked, value, nameof(num_batches_tracked));
    }

    /// <summary>Sets scales, shifts and running statistics back to their first values.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    /// <summary>Sets the running statistics back to their first values.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <summary>Throws unless an input has a number of dimensions that the module takes.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="ArgumentException">It has not.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void Expect(Tensor input, int dimensions, int? orDimensions = null)
    {
        if (input.Dimensions != dimensions && input.Dimensions != orDimensions)
            throw new ArgumentException(
                $"{GetName()} takes {dimensions}{(orDimensions is { } other ? $" or {other}" : "")} dimensions, found {input.Dimensions}.",
                nameof(input));
    }
}
