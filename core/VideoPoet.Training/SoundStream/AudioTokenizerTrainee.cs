using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.SoundStream.Training;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Trains SoundStream: first, if the recipe says so, the encoder and the decoder without codes, then all of it.</summary>
/// <remarks>Evaluation and export use the moving average of the weights when the recipe has one.</remarks>
public sealed class AudioTokenizerTrainee : ITrainee
{
    // Codebooks start by k-means from this many frames a code.
    private const int FramesOfCode = 8;

    private readonly AudioTokenizerRecipeSpec _recipe;
    private readonly SoundLibrary _library;
    private readonly LearningNetwork<SoundStreamTokenizer> _learning;
    private readonly SoundObjective _objective;
    private readonly SoundAdversary? _adversary;
    private readonly int _samples;
    private readonly long _quantizedFrom;

    /// <summary>Makes the networks, with random parameters that follow from the recipe's seed or with the weights that it names.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="library">What it learns from; it is not disposed of.</param>
    public AudioTokenizerTrainee(AudioTokenizerRecipeSpec recipe, SoundLibrary library)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        (_recipe, _library) = (recipe, library);
        manual_seed(recipe.Seed);
        var tokenizer = new SoundStreamTokenizer(recipe.Model.AudioTokenizer, new QuantizerTraining
        {
            Decay = recipe.Quantizer.Decay,
            DeadBelow = recipe.Quantizer.DeadBelow,
            DropLevels = recipe.Quantizer.DropLevels,
        });
        StartingWeights.Load(recipe.Weights, tokenizer);
        _objective = new(recipe.Loss);
        _learning = new(tokenizer, recipe, "tokenizer");
        _samples = Math.Max(1, (int)(recipe.Data.Seconds * VideoFormat.SampleRateHz) / tokenizer.SampleStride) * tokenizer.SampleStride;
        _quantizedFrom = recipe.Quantizer.From.Of(recipe.Steps);
        // Before they are quantised, sounds come back better.
        Goal = new("mel_distance", IsHighest: false) { From = _quantizedFrom < recipe.Steps ? _quantizedFrom : 0 };
        _adversary = recipe.Loss.Adversarial is { } adversarial ? new(recipe, adversarial, Parts) : null;
    }

    /// <inheritdoc/>
    public TrainingParts Parts => _learning.Parts;

    /// <inheritdoc/>
    public Goal? Goal { get; }

    /// <summary>The tokenizer that is trained, with the weights of the last step.</summary>
    public SoundStreamTokenizer Tokenizer => _learning.Network;

    /// <inheritdoc/>
    public IReadOnlyList<Turn> Turns(long steps) =>
    [
        .. _recipe.Loss.Adversarial is { } adversarial ? [new Turn("adversarial", adversarial.From.Of(steps))] : Array.Empty<Turn>(),
        new("without codes", 0),
        new("codes", _recipe.Quantizer.From.Of(steps)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        using var scope = NewDisposeScope();
        var sounds = _library.Draw(context.Seed, context.Step, _recipe.Batch, _samples);
        var isQuantized = context.Step >= _quantizedFrom;
        if (context.Step == _quantizedFrom)
            StartCodebooks(context);
        var (decoded, quantized) = Decode(sounds, isQuantized);
        var discriminator = _adversary?.Learn(context.Step, sounds, decoded);
        var loss = _objective.Of(sounds, decoded, quantized?.Commitment, discriminator);
        // An update that is left out moves no codeword either.
        if (_learning.Learn(loss.Total, context.Step))
            quantized?.LearnCodebooks();

        return
        [
            new("loss", loss.Total.ToDouble()),
            new("mel", loss.Mel.ToDouble()),
            new("wave", loss.Wave.ToDouble()),
            .. Reported("commitment", loss.Commitment),
            .. Reported("adversarial", loss.Adversarial),
            .. Reported("features", loss.Features),
            .. discriminator is null ? [] : _adversary!.Figures,
            .. _learning.Figures,
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        var windows = _library.HeldOut(_recipe.Evaluation.Batches * _recipe.Batch);
        using var average = _learning.Averaged();
        return await AudioTokenizerEvaluation.RunAsync(Tokenizer, windows, step > _quantizedFrom, folder, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Export(string folder)
    {
        using var average = _learning.Averaged();
        AudioTokenizerExport.Write(Tokenizer, folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _adversary?.Dispose();
        _learning.Dispose();
        _objective.Dispose();
    }

    private static IEnumerable<Figure> Reported(string name, Tensor? term) => term is null ? [] : [new Figure(name, term.ToDouble())];

    private (Tensor Decoded, SoundStreamReconstruction? Quantized) Decode(Tensor sounds, bool isQuantized)
    {
        using var precision = ComputingPrecision.Enter(_recipe.Precision);
        if (!isQuantized)
            return (Tokenizer.Pass(sounds), null);
        var result = Tokenizer.call(sounds);
        return (result.Waveform, result);
    }

    private void StartCodebooks(StepContext context)
    {
        var frames = FramesOfCode * _recipe.Model.AudioTokenizer.Codes;
        var items = (frames * Tokenizer.SampleStride + _samples - 1) / _samples;
        using var sounds = _library.Draw(context.Seed, context.Step, Math.Max(items, _recipe.Batch), _samples);
        Tokenizer.StartCodebooks(sounds.split(_recipe.Batch, 0));
    }
}
