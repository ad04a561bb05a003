using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Training.Distributed;
using static TorchSharp.torch;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Trains a language model on a mixture of tasks: each batch is of one length group, each update of one or more batches.</summary>
public sealed class LanguageModelTrainee : ITrainee
{
    private const int SampleDigits = 16;

    private readonly LanguageModelRecipeSpec _recipe;
    private readonly ModelIdentity _identity;
    private readonly MixturePlan _plan;
    private readonly DataParallel? _parallel;
    private readonly TrainingBatches _batches;
    private readonly HeldOutBatches _heldOut;
    private readonly PrefixLanguageModel _model;
    private readonly ParameterUpdate _update;
    private readonly MovingAverage? _average;
    private readonly IReadOnlyDictionary<LengthGroup, int> _kinds;

    /// <summary>Makes the model with weights that follow from the recipe's seed, or with those of an earlier run.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="plan">What its mixture draws.</param>
    /// <param name="vocabulary">The token ids; those of an earlier run, if it begins from one or goes on, with what the mixture adds.</param>
    /// <param name="datasets">The mixture's data; not disposed of.</param>
    /// <param name="parallel">The processes that train together; null for one alone.</param>
    /// <exception cref="TrainingException">A pattern of what is frozen fits nothing.</exception>
    /// <exception cref="FileNotFoundException">There are no weights where the recipe says.</exception>
    /// <exception cref="FormatException">The weights to begin from are of something else, or broken.</exception>
    public LanguageModelTrainee(
        LanguageModelRecipeSpec recipe, MixturePlan plan, UnifiedVocabulary vocabulary, MixtureDatasets datasets, DataParallel? parallel = null)
    {
        (_recipe, _plan, _parallel) = (recipe, plan, parallel);
        _identity = ModelIdentity.Of(plan, vocabulary, datasets);
        Facts = _identity.ToFacts();
        var sampler = new MixtureSampler(plan, datasets, recipe.Seed, recipe.Steps, recipe.Accumulation);
        _batches = new(sampler, parallel?.Rank ?? 0, parallel?.Size ?? 1);
        _heldOut = new(plan, datasets, recipe.Evaluation.Batches);
        _kinds = plan.Stages.SelectMany(stage => stage.Groups).Select(group => group.Lengths).Distinct().Index()
            .ToDictionary(entry => entry.Item, entry => entry.Index);
        manual_seed(recipe.Seed);
        _model = new(recipe.Model.LanguageModel, vocabulary, recipe.Model.TextEncoder.Width);
        try
        {
            if (recipe.Weights.LanguageModel is { } earlier)
                LanguageModelFile.Load(LanguageModelFolder.FindWeights(earlier), _model, _identity.Layouts, tokenizers: _identity.Tokenizers);
            else
                _model.Initialise();
            Frozen = FrozenParameters.Freeze(_model, recipe.Freeze);
            _update = new(_model.named_parameters(), recipe.Optimizer, recipe.Schedule, recipe.Steps, _kinds.Count, parallel);
        }
        catch
        {
            _model.Dispose();
            throw;
        }
        Parts = new TrainingParts().With("model", _model).With("model", _update);
        if (recipe.MovingAverage is { } decay)
            Parts.With("average", _average = new(_model, decay));
    }

    /// <inheritdoc/>
    public TrainingParts Parts { get; }

    /// <inheritdoc/>
    public Goal Goal { get; } = new(LanguageModelEvaluation.Loss, IsHighest: false);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <inheritdoc/>
    public string? Samples { get; private set; }

    /// <summary>Makes pictures and sounds of what evaluations generate; null where the tokenizers are not at hand. Not disposed of.</summary>
    public SampleDecoder? Decoder { get; init; }

    /// <summary>The arithmetic that this machine can do, floating-point operations a second; null where it was not measured.</summary>
    public double? PeakFlops { get; set; }

    /// <summary>The numbers that are frozen.</summary>
    public long Frozen { get; }

    /// <summary>The model, with the weights of the last step.</summary>
    public PrefixLanguageModel Model => _model;

    /// <summary>What the mixture draws.</summary>
    public MixturePlan Plan => _plan;

    /// <summary>The forms of tasks of which nothing is held out, because too few files have what they need.</summary>
    public IReadOnlyList<MixtureVariant> Unmeasured => _heldOut.Unmeasured;

    /// <inheritdoc/>
    /// <remarks>
    /// The loss is the mean over the tokens that are learnt of all batches of the update, so that each token weighs the same. Beside it are the means
    /// by task, modality and place in the output, in nats and without what the recipe adds to cross-entropies. All of these are of the whole batches,
    /// also where several processes share them; the utilisation is that of one process.
    /// </remarks>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        using var scope = NewDisposeScope();
        var start = Stopwatch.GetTimestamp();
        var batches = _batches.Take(context.Step);
        var waited = Stopwatch.GetElapsedTime(start);
        try
        {
            Samples = HashOf(batches);
            var (loss, tally, isHarmful) = Backward(batches);
            if (!isHarmful)
                _update.CompleteGradients();
            // Not earlier: sums of gradients that are under way would come in another order where a process has no row.
            if (_parallel is not null)
                tally.AddUp([.. batches.SelectMany(batch => batch.Draw.Rows).Select(row => row.Variant)], _parallel);
            if (isHarmful)
                _update.LeaveOut(context.Step);
            else if (_update.Apply(context.Step))
                _average?.Update();
            var pace = Pace(batches, waited, Stopwatch.GetElapsedTime(start));
            return [new("loss", loss), .. pace, .. _update.Figures, .. tally.Figures("loss").Skip(1)];
        }
        finally
        {
            foreach (var batch in batches)
                batch.Dispose();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Always of the same held-out sequences: see <see cref="LanguageModelEvaluation"/>.</remarks>
    public async Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        using var averaged = _average?.Swap();
        _model.eval();
        var evaluation = new LanguageModelEvaluation(_model, _recipe, _plan, _heldOut);
        var figures = evaluation.Measure(cancellationToken);
        await evaluation.GenerateAsync(folder, Decoder, cancellationToken);
        return figures;
    }

    /// <inheritdoc/>
    /// <remarks>The files of a <see cref="LanguageModelFolder"/>.</remarks>
    public void Export(string folder)
    {
        using var averaged = _average?.Swap();
        LanguageModelFolder.Write(folder, _model, _recipe.Model, _identity.Layouts, _identity.Tokenizers);
    }

    /// <summary>Estimates the memory of training.</summary>
    public MemoryEstimate EstimateMemory()
    {
        var parameters = _model.parameters().Sum(parameter => parameter.numel());
        var kept = OptimizerFactory.NumbersKept(_recipe.Optimizer.Kind, _model.parameters().Where(parameter => parameter.requires_grad));
        return MemoryEstimate.Of(_recipe, _plan, _model.Vocabulary, parameters, Frozen, kept);
    }

    /// <summary>Takes a batch of each length group forward and backward, and changes nothing.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The seconds of each group's batch; groups that are drawn too seldom to be met at the beginning of a stage have none.</returns>
    public IReadOnlyDictionary<LengthGroup, double> Probe(CancellationToken cancellationToken)
    {
        var seconds = new Dictionary<LengthGroup, double>();
        foreach (var draw in _batches.OneOfEachGroup(_plan))
        {
            // The first pass warms up.
            for (var pass = 0; pass < 2; pass++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                using var batch = BatchReader.Read(draw, cancellationToken: cancellationToken);
                var start = Stopwatch.GetTimestamp();
                Loss(batch).Sum.backward();
                _update.ClearGradients();
                seconds[draw.Lengths] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }
        return seconds;
    }

    /// <summary>Stops reading ahead, and disposes of the model and its optimiser.</summary>
    public void Dispose()
    {
        _batches.Dispose();
        _update.Dispose();
        _average?.Dispose();
        _model.Dispose();
    }

    // Gradients of the mean over the tokens of all batches; none once a batch would do harm.
    private (double Loss, LossTally Tally, bool IsHarmful) Backward(IReadOnlyList<MixtureBatch> batches)
    {
        _model.train();
        _update.ClearGradients();
        var tokens = batches.Sum(batch => batch.GlobalTargets);
        var (loss, tally, isHarmful) = (0.0, new LossTally(), false);
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var losses = batch.Sequences is null ? null : Loss(batch);
            var own = losses?.Sum.ToDouble() ?? 0;
            var sum = _parallel?.Sum(own)[0] ?? own;
            loss += sum / tokens;
            isHarmful |= _update.IsHarmful(sum / batch.GlobalTargets, _kinds[batch.Draw.Lengths]);
            // Of several processes, one may have no row.
            if (losses is null)
                continue;
            tally.Add([.. batch.Rows.Select(row => row.Variant)], losses);
            if (isHarmful)
                continue;
            if (batch == batches[^1])
                _update.BeforeLastBackward();
            losses.Sum.div(tokens).backward();
        }
        return (loss, tally, isHarmful);
    }

    private OutputLoss Loss(MixtureBatch batch)
    {
        using var shorter = ComputingPrecision.Enter(_recipe.Precision, _model.Device.type);
        var hidden = _model.Hidden(batch.Sequences!, _recipe.CheckpointActivations);
        return _model.Loss(batch.Sequences!, hidden, _recipe.Loss);
    }

    private IEnumerable<Figure> Pace(IReadOnlyList<MixtureBatch> batches, TimeSpan waited, TimeSpan time)
    {
        var padding = batches.Aggregate(default(BatchPadding), (all, batch) => all + batch.Padding);
        var positions = batches.Sum(batch => (long)batch.GlobalRows * batch.Draw.Lengths.Length);
        yield return new("tokens_per_second", positions / time.TotalSeconds);
        if (PeakFlops is { } peak)
        {
            var flops = batches.Sum(batch => batch.Rows.Sum(row => TrainingCost.Flops(_recipe.Model.LanguageModel, row.Variant.Layout)));
            yield return new("mfu", flops / time.TotalSeconds / peak);
        }
        yield return new("padding", padding.Share);
        yield return new("data_wait", waited / time);
        yield return new("tokens", positions);
    }

    private static string HashOf(IEnumerable<MixtureBatch> batches)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sample in batches.SelectMany(batch => batch.Draw.Samples))
            hash.AppendData(Encoding.UTF8.GetBytes($"{sample}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..SampleDigits];
    }
}
