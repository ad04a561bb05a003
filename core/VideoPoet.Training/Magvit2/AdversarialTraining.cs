using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>
/// The discriminators of a tokenizer's training: one for each length of clips, because one looks at whole clips of one length; it is not inflated
/// but trained from scratch (MAGVIT-v2).
/// </summary>
internal sealed class AdversarialTraining : IDisposable
{
    private readonly VideoTokenizerRecipeSpec _recipe;
    private readonly long _from;
    private readonly Dictionary<int, Opponent> _opponents = [];

    /// <param name="recipe">The recipe.</param>
    /// <param name="spec">The part of it that is about the discriminator.</param>
    /// <param name="parts">Get the networks and optimisers.</param>
    public AdversarialTraining(VideoTokenizerRecipeSpec recipe, VideoAdversarialSpec spec, TrainingParts parts)
    {
        (_recipe, Weight) = (recipe, spec.Weight);
        _from = spec.From.Of(recipe.Steps);
        var ends = recipe.StageStarts().Skip(1).Append(recipe.Steps).ToArray();
        for (var stage = 0; stage < ends.Length; stage++)
        {
            var frames = recipe.Stages[stage].Frames;
            if (ends[stage] > _from && !_opponents.ContainsKey(frames))
                _opponents.Add(frames, new(recipe, spec, frames, parts));
        }
    }

    /// <summary>The weight of the adversarial loss in the tokenizer's.</summary>
    public double Weight { get; }

    /// <summary>Looks at clips; null before the recipe says so.</summary>
    public AdversarialTerms? Look(int stage, long step, Tensor decoded, Tensor real) =>
        step < _from ? null : Of(stage).Pass.Look(decoded, real);

    /// <summary>Updates the discriminator of the stage.</summary>
    public void Apply(int stage, long step, AdversarialTerms terms)
    {
        var opponent = Of(stage);
        if (opponent.Update.Apply(terms.Discriminator, step, _recipe.Stages[stage].LearningRate))
            opponent.Pass.Update(terms);
    }

    /// <summary>What is reported of a step.</summary>
    public IReadOnlyList<Figure> Figures(int stage, AdversarialTerms? terms) => terms is null
        ? []
        :
        [
            new("adversarial", terms.Tokenizer.ToDouble()),
            new("discriminator", terms.Discriminator.ToDouble()),
            new("gradient_penalty", terms.GradientPenalty.ToDouble()),
            new("real_logit", terms.RealLogits.mean().ToDouble()),
            new("decoded_logit", terms.DecodedLogits.mean().ToDouble()),
            .. Of(stage).Update.Figures.Select(figure => figure with { Name = $"discriminator_{figure.Name}" }),
        ];

    public void Dispose()
    {
        foreach (var opponent in _opponents.Values)
            opponent.Dispose();
    }

    private Opponent Of(int stage) => _opponents[_recipe.Stages[stage].Frames];

    private sealed class Opponent : IDisposable
    {
        private readonly Discriminator _discriminator;
        private readonly LecamRegularizer _lecam;

        public Opponent(VideoTokenizerRecipeSpec recipe, VideoAdversarialSpec spec, int frames, TrainingParts parts)
        {
            _discriminator = new(spec.Channels, new VideoFormat("discriminator", recipe.Data.Width, recipe.Data.Height, frames));
            _lecam = new();
            Update = new(_discriminator.named_parameters(), recipe.Optimizer, recipe.Schedule, recipe.Steps);
            Pass = new(_discriminator, _lecam, spec.GradientPenalty, spec.Lecam);
            parts.With($"discriminator_{frames}", _discriminator).With($"lecam_{frames}", _lecam).With($"discriminator_{frames}", Update);
        }

        public AdversarialPass Pass { get; }

        public ParameterUpdate Update { get; }

        public void Dispose()
        {
            Update.Dispose();
            _lecam.Dispose();
            _discriminator.Dispose();
        }
    }
}
