using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions of one to three dimensions share.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    /// <inheritdoc/>
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>The work of the module, for one of the sizes that its stride leaves open.</summary>
    /// <param name="input">[batch, in_channels, …] or without batch.</param>
    /// <param name="output_size">The sizes behind the channels, or of the whole output; the smallest possible when null.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>What must be added at the far side for the output to have given sizes.</summary>
    /// <exception cref="ArgumentException">The sizes cannot be reached.</exception>
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
            return output_padding;
        var before = (int)(input.Dimensions - num_spatial_dims);
        var wanted = output_size.Length == input.Dimensions ? output_size[before..] : output_size;
        if (wanted.Length != num_spatial_dims)
            throw new ArgumentException(
                $"{GetName()} takes {num_spatial_dims} or {input.Dimensions} output sizes for this input, not {output_size.Length}.",
                nameof(output_size));
        var added = new long[num_spatial_dims];
        for (var i = 0; i < added.Length; i++)
        {
            var smallest = (input.size(i + before) - 1) * stride[i] - 2 * padding[i] + dilation[i] * (kernel_size[i] - 1) + 1;
            added[i] = wanted[i] - smallest;
            if (added[i] < 0 || added[i] >= stride[i])
                throw new ArgumentException(
                    $"{GetName()} can make sizes from {smallest} to {smallest + stride[i] - 1} in dimension {i + before}, not {wanted[i]}.",
                    nameof(output_size));
        }
        return added;
    }
}
