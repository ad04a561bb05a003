using TorchSharp;
using TorchSharp.Utils;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>
/// The SoundStream audio tokenizer (arXiv 2107.03312): a causal convolutional encoder and decoder around a residual vector quantiser. No sample
/// depends on later ones, so that sound of any length can be encoded and decoded as it comes.
/// </summary>
public sealed class SoundStreamTokenizer : nn.Module<Tensor, SoundStreamReconstruction>, IAudioTokenizer
{
    [ComponentName(Name = "encoder")] private readonly CausalChain _encoder;
    [ComponentName(Name = "quantizer")] private readonly ResidualQuantizer _quantizer;
    [ComponentName(Name = "decoder")] private readonly CausalChain _decoder;

    /// <summary>Makes a tokenizer with random weights.</summary>
    /// <param name="spec">The sizes.</param>
    /// <param name="training">How the codebooks learn; the published settings when null.</param>
    /// <param name="device">Where the weights live; the default device when null.</param>
    public SoundStreamTokenizer(AudioTokenizerSpec spec, QuantizerTraining? training = null, Device? device = null)
        : base(nameof(SoundStreamTokenizer))
    {
        _encoder = SoundStreamNetwork.Encoder(spec, device);
        _quantizer = new(spec.Embedding, spec.Codes, spec.TrainedLevels, training ?? new(), device);
        _decoder = SoundStreamNetwork.Decoder(spec, device);
        Sizes = spec;
        Levels = spec.Levels;
        Codes = spec.Codes;
        SampleStride = spec.Strides.Aggregate(1, (product, stride) => product * stride);
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public AudioTokenizerSpec Sizes { get; }

    /// <inheritdoc/>
    public int Levels { get; }

    /// <inheritdoc/>
    public int Codes { get; }

    /// <inheritdoc/>
    public int SampleStride { get; }

    /// <summary>Encodes and decodes with gradients; codebooks learn from it by <see cref="SoundStreamReconstruction.LearnCodebooks"/>.</summary>
    /// <param name="waveform">[batch, 1, samples] from −1 to 1; the samples are whole frames.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public override SoundStreamReconstruction forward(Tensor waveform)
    {
        CheckFrames(waveform);
        using var latent = _encoder.call(waveform, null);
        var quantized = _quantizer.call(latent);
        using var values = quantized.Values;
        return new(_decoder.call(values, null), quantized.Codes, quantized.Commitment) { Lessons = quantized.Lessons };
    }

    /// <summary>Encodes and decodes with gradients and without codes, which the encoder and the decoder may learn first.</summary>
    /// <param name="waveform">[batch, 1, samples] from −1 to 1; the samples are whole frames.</param>
    /// <returns>[batch, 1, samples]</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Tensor Pass(Tensor waveform)
    {
        CheckFrames(waveform);
        using var latent = _encoder.call(waveform, null);
        return _decoder.call(latent, null);
    }

    /// <summary>
    /// Starts the codebooks by k-means, unless they have started; without it they start with the first batch of training, which is enough if it has
    /// several frames a code.
    /// </summary>
    /// <param name="waveforms">Batches of sounds, [batch, 1, samples] from −1 to 1, all of as many whole frames.</param>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public void StartCodebooks(IEnumerable<Tensor> waveforms)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var latents = new List<Tensor>();
        foreach (var waveform in waveforms)
        {
            CheckFrames(waveform);
            latents.Add(_encoder.call(waveform, null));
        }
        _quantizer.Start(cat(latents));
    }

    /// <inheritdoc/>
    public Tensor Encode(Tensor waveform)
    {
        SoundShape.CheckWaveform(waveform, SampleStride);
        using var stream = OpenEncoder();
        return stream.Encode(waveform);
    }

    /// <inheritdoc/>
    public Tensor Decode(Tensor codes)
    {
        SoundShape.CheckCodes(codes, _quantizer.Levels, leastFrames: 1);
        using var stream = OpenDecoder();
        return stream.Decode(codes);
    }

    /// <summary>Begins to encode a stream; the tokenizer must outlive it.</summary>
    public AudioEncodingStream OpenEncoder() => new(_encoder, _quantizer, Levels, SampleStride);

    /// <summary>Begins to decode a stream; the tokenizer must outlive it.</summary>
    public AudioDecodingStream OpenDecoder() => new(_quantizer, _decoder);

    private void CheckFrames(Tensor waveform)
    {
        SoundShape.CheckWaveform(waveform, SampleStride);
        if (waveform.size(2) % SampleStride != 0)
        {
            throw new ArgumentException(
                $"sound to train on must be whole frames of {SampleStride} samples, found {waveform.size(2)}.", nameof(waveform));
        }
    }
}
