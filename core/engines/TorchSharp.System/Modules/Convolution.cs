using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions of one to three dimensions share.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>The filters.</summary>
    [ComponentName(Name = nameof(weight))] protected Parameter? _weight;

    /// <summary>What is added to every channel.</summary>
    [ComponentName(Name = nameof(bias))] protected Parameter? _bias;

    /// <summary>The padding as <c>pad</c> takes it: in pairs, the last dimension first.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    /// <summary>A convolution with weights and bias uniform within 1/√(inputs of one output).</summary>
    /// <param name="name">What the module calls itself.</param>
    /// <param name="in_channels">The channels of the input.</param>
    /// <param name="out_channels">The channels of the output.</param>
    /// <param name="kernel_size">The size of a filter.</param>
    /// <param name="stride">The steps between places.</param>
    /// <param name="padding">What is added on both sides; nothing when null.</param>
    /// <param name="padding_type">How padding is computed, rather than given.</param>
    /// <param name="dilation">The distances between a filter's elements.</param>
    /// <param name="transposed">Whether it is the gradient of a convolution.</param>
    /// <param name="output_padding">What a transposed convolution adds at the far side.</param>
    /// <param name="groups">Groups of channels that do not mix.</param>
    /// <param name="bias">Whether it adds a bias.</param>
    /// <param name="padding_mode">What is added.</param>
    /// <param name="device">Where the parameters live.</param>
    /// <param name="dtype">Their type.</param>
    /// <exception cref="ArgumentException">The channels do not fall into the groups, or the padding does not fit.</exception>
    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (groups < 1 || in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"{in_channels} input and {out_channels} output channels do not fall into {groups} groups.", nameof(groups));
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"{name} pads with zeros only, not {padding_mode}.", nameof(padding_mode));
        (this.in_channels, this.out_channels, this.groups, this.transposed) = (in_channels, out_channels, groups, transposed);
        (this.kernel_size, this.stride, this.dilation, this.output_padding) = (kernel_size, stride, dilation, output_padding);
        this.padding_mode = padding_mode;
        if (padding_type is { } type)
            SetPadding(type);
        else
            SetPadding(padding ?? new long[kernel_size.Length]);

        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        var bound = Initial.FanInBound(channels[1] * kernel_size.Aggregate(1L, (product, size) => product * size));
        weight = Initial.Uniform([.. channels, .. kernel_size], bound, device, dtype);
        this.bias = bias ? Initial.Uniform([out_channels], bound, device, dtype) : null;
    }

    /// <summary>The channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>The channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>Whether it is the gradient of a convolution.</summary>
    public bool transposed { get; }

    /// <summary>The size of a filter.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The steps between places.</summary>
    public long[] stride { get; set; }

    /// <summary>What is added on both sides; null when it is computed.</summary>
    public long[]? padding { get; private set; }

    /// <summary>How padding is computed; null when it is given.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What is added.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The distances between a filter's elements.</summary>
    public long[] dilation { get; set; }

    /// <summary>What a transposed convolution adds at the far side.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Groups of channels that do not mix.</summary>
    public long groups { get; set; }

    /// <summary>[out_channels, in_channels / groups, …], or inputs first when transposed; the module disposes the one that is replaced.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => Replace(ref _weight, value, nameof(weight));
    }

    /// <summary>[out_channels], or null; the module disposes the one that is replaced.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => Replace(ref _bias, value, nameof(bias));
    }

    /// <summary>Sets how much is added on both sides.</summary>
    /// <param name="padding">One size a dimension.</param>
    public void SetPadding(long[] padding)
    {
        (this.padding, padding_type) = (padding, null);
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(size => new[] { size, size })];
    }

    /// <summary>Sets how padding is computed.</summary>
    /// <param name="padding">The rule.</param>
    /// <exception cref="ArgumentException">The rule needs a stride of 1, or the convolution is transposed.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException($"{GetName()} takes padding as sizes only.", nameof(padding));
        if (padding == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException($"Padding.Same needs a stride of 1, found {string.Join(", ", stride)}.", nameof(padding));
        (this.padding, padding_type) = (null, padding);
        var total = kernel_size.Zip(dilation, (size, distance) => padding == Padding.Same ? distance * (size - 1) : 0);
        _reversed_padding_repeated_twice = [.. total.Reverse().SelectMany(sum => new[] { sum / 2, sum - sum / 2 })];
    }

    /// <summary>Draws weights and bias anew.</summary>
    public void reset_parameters()
    {
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = Initial.FanInBound(fanIn);
        nn.init.uniform_(weight, -bound, bound);
        if (bias is not null)
            nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Whether an input has the module's channels, with or without batch.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">The number of dimensions behind the channels.</param>
    protected bool ValidateShape(Tensor input, long dimensions) =>
        input.Dimensions == dimensions + 2 && input.size(1) == in_channels || input.Dimensions == dimensions + 1 && input.size(0) == in_channels;

    // Modes other than zeros are a pad of their own before a convolution without padding.
    private protected Tensor Convolve(
        Tensor input, long dimensions, Func<Tensor, long[], Tensor> withSizes, Func<Tensor, Padding, Tensor> withRule)
    {
        CheckShape(input, dimensions);
        if (padding_mode == PaddingModes.Zeros)
            return padding is null ? withRule(input, padding_type!.Value) : withSizes(input, padding);
        using var padded = nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
        return withSizes(padded, new long[dimensions]);
    }

    private protected void CheckShape(Tensor input, long dimensions)
    {
        if (!ValidateShape(input, dimensions))
            throw new ArgumentException(
                $"{GetName()} takes [batch, {in_channels}, …] or [{in_channels}, …] with {dimensions} dimensions behind the channels, " +
                $"found [{string.Join(", ", input.shape)}].", nameof(input));
    }
}
