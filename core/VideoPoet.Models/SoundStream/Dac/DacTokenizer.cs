using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>
/// The Descript audio codec (Kumar et al., arXiv 2306.06546) at 16 kHz, whose published weights make 50 frames of 1,024 codes a second as SoundStream
/// does; <see cref="DacWeights"/> reads them. It is not causal: sounds are encoded and decoded whole.
/// </summary>
public sealed class DacTokenizer : nn.Module, IAudioTokenizer
{
    private readonly int _trainedLevels;
    [ComponentName(Name = "encoder")] private readonly DacEncoder _encoder;
    [ComponentName(Name = "quantizer")] private readonly DacQuantizer _quantizer;
    [ComponentName(Name = "decoder")] private readonly DacDecoder _decoder;

    /// <summary>Makes a tokenizer with random weights, to be loaded.</summary>
    /// <param name="sizes">The sizes; those of the published 16 kHz model when null.</param>
    /// <param name="device">Where the weights live; the default device when null.</param>
    public DacTokenizer(DacSizes? sizes = null, Device? device = null) : base(nameof(DacTokenizer))
    {
        sizes ??= DacSizes.Published16Khz;
        _trainedLevels = sizes.TrainedLevels;
        Levels = sizes.Levels;
        Codes = sizes.Codes;
        SampleStride = sizes.Strides.Aggregate(1, (product, stride) => product * stride);
        _encoder = new(sizes, device);
        _quantizer = new(sizes, device);
        _decoder = new(sizes, device);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public int Levels { get; }

    /// <inheritdoc/>
    public int Codes { get; }

    /// <inheritdoc/>
    public int SampleStride { get; }

    /// <inheritdoc/>
    public Tensor Encode(Tensor waveform)
    {
        SoundShape.CheckWaveform(waveform, SampleStride);
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var whole = waveform.size(2) / SampleStride * SampleStride;
        var latent = _encoder.call(waveform.narrow(2, 0, whole));
        return _quantizer.Encode(latent, Levels).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Decode(Tensor codes)
    {
        SoundShape.CheckCodes(codes, _trainedLevels, leastFrames: 1);
        using var still = no_grad();
        using var latent = _quantizer.Decode(codes);
        using var waveform = _decoder.call(latent);
        // Odd strides lose a position of their level; silence makes the frames whole.
        return nn.functional.pad(waveform, (0L, codes.size(2) * SampleStride - waveform.size(2)));
    }
}
