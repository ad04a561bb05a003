using TorchSharp;
using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Models.SoundStream.Training;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>The discriminators of an audio tokenizer's training: at each step they learn first, and are then to be deceived.</summary>
internal sealed class SoundAdversary : IDisposable
{
    private readonly long _from;
    private readonly SoundDiscriminator _discriminator;
    private readonly ParameterUpdate _update;
    private double _loss;

    /// <param name="recipe">The recipe.</param>
    /// <param name="spec">The part of it that is about the discriminators.</param>
    /// <param name="parts">Get the networks and their optimiser.</param>
    public SoundAdversary(AudioTokenizerRecipeSpec recipe, AudioAdversarialSpec spec, TrainingParts parts)
    {
        _from = spec.From.Of(recipe.Steps);
        _discriminator = new(new SoundDiscriminatorSizes
        {
            Waves = spec.Waves,
            WaveChannels = spec.WaveChannels,
            SpectrumChannels = spec.SpectrumChannels,
            MelWindows = spec.MelWindows,
            MelChannels = spec.MelChannels,
        });
        _update = new(_discriminator.named_parameters(), recipe.Optimizer, recipe.Schedule, recipe.Steps);
        parts.With("discriminator", _discriminator).With("discriminator", _update);
    }

    /// <summary>What is reported of the last step.</summary>
    public IEnumerable<Figure> Figures =>
        [new("discriminator", _loss), .. _update.Figures.Select(figure => figure with { Name = $"discriminator_{figure.Name}" })];

    /// <summary>Updates the discriminators.</summary>
    /// <param name="step">The step.</param>
    /// <param name="real">The sounds.</param>
    /// <param name="decoded">What the tokenizer made of them.</param>
    /// <returns>The discriminators, which then take no gradients; null before the recipe says so.</returns>
    public SoundDiscriminator? Learn(long step, Tensor real, Tensor decoded)
    {
        if (step < _from)
            return null;
        TakeGradients(true);
        using var loss = SoundObjective.OfDiscriminator(_discriminator, real, decoded);
        _loss = loss.ToDouble();
        _update.Apply(loss, step);
        TakeGradients(false);
        return _discriminator;
    }

    public void Dispose()
    {
        _update.Dispose();
        _discriminator.Dispose();
    }

    private void TakeGradients(bool whether)
    {
        foreach (var parameter in _discriminator.parameters())
            parameter.requires_grad = whether;
    }
}
