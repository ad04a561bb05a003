using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.T5;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training.T5;

/// <summary>Trains a text encoder: spans of texts are cut out, and a decoder learns to say them from what the encoder made of the rest.</summary>
public sealed class TextEncoderTrainee : ITrainee
{
    private const string ExportedFolder = "text-encoder";
    private const long HeldOutStep = -1; // no step of training has this number

    private readonly TextEncoderRecipeSpec _recipe;
    private readonly TextSet _texts;
    private readonly SpanCorruption _corruption;
    private readonly LearningNetwork<T5Pretraining> _learning;

    /// <summary>Reads the vocabulary and the texts, and draws the first weights.</summary>
    /// <param name="recipe">What is trained, and how.</param>
    /// <param name="sources">The data sources that plugins bring; none when null.</param>
    /// <exception cref="TrainingException">The texts or the vocabulary cannot be used.</exception>
    /// <exception cref="DatasetException">The manifest of the texts cannot be read.</exception>
    /// <exception cref="FormatException">The vocabulary is no SentencePiece model.</exception>
    public TextEncoderTrainee(TextEncoderRecipeSpec recipe, DataSourceCatalog? sources = null)
    {
        _recipe = recipe;
        var pieces = ReadPieces(recipe);
        _texts = TextSet.Read(recipe.Data, sources ?? DataSourceCatalog.Empty, pieces, recipe.Length);
        _corruption = new(recipe.Model.TextEncoder.Vocabulary, pieces.Count, pieces.EndId!.Value)
        {
            Density = recipe.Corruption.Density.Value,
            SpanLength = recipe.Corruption.SpanLength,
        };
        manual_seed(recipe.Seed);
        _learning = new(new(recipe.Model.TextEncoder), recipe, "network");
    }

    /// <inheritdoc/>
    public TrainingParts Parts => _learning.Parts;

    /// <inheritdoc/>
    public Goal? Goal { get; } = new("held_out_loss", IsHighest: false);

    /// <summary>The texts that are learned from.</summary>
    public int TrainingTexts => _texts.Training.Count;

    /// <summary>The texts that are measured on.</summary>
    public int HeldOutTexts => _texts.HeldOut.Count;

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        _learning.Network.train();
        using var scope = NewDisposeScope();
        using var batch = CorruptedBatch.Of([.. Enumerable.Range(0, _recipe.Batch).Select(item =>
        {
            var random = new CounterRandom(context.Seed, context.Step, item);
            return Corrupt(_texts.Training[(int)random.NextBelow(_texts.Training.Count)], random);
        })]);
        var loss = Loss(batch);
        _learning.Learn(loss, context.Step);
        return [new("loss", loss.ToDouble()), .. _learning.Figures];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The loss of held-out texts with always the same gaps, beside what guessing by the frequency of pieces costs; both in nats a piece.
    /// </remarks>
    public Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        using var silent = no_grad();
        using var averaged = _learning.Averaged();
        _learning.Network.eval();
        var losses = new List<double>();
        foreach (var (place, texts) in _texts.HeldOut.Chunk(_recipe.Batch).Take(_recipe.Evaluation.Batches).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var batch = CorruptedBatch.Of([.. texts.Select((ids, item) =>
                Corrupt(ids, new CounterRandom(_recipe.Seed, HeldOutStep, place * _recipe.Batch + item)))]);
            losses.Add(Loss(batch).ToDouble());
        }

        List<Figure> figures = [new("unigram_entropy", _texts.UnigramEntropy())];
        if (losses.Count > 0)
            figures.Insert(0, new("held_out_loss", losses.Average()));
        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    /// <inheritdoc/>
    /// <remarks>A folder <c>text-encoder</c> that <see cref="TextEncoder.Load"/> reads.</remarks>
    public void Export(string folder)
    {
        using var averaged = _learning.Averaged();
        T5Weights.Save(Path.Combine(folder, ExportedFolder), _learning.Network.Encoder, _recipe.Vocabulary);
    }

    /// <summary>Disposes the network and its optimiser.</summary>
    public void Dispose()
    {
        _learning.Dispose();
    }

    private static SentencePieceTokenizer ReadPieces(TextEncoderRecipeSpec recipe)
    {
        if (!File.Exists(recipe.Vocabulary))
        {
            throw new TrainingException(
                $"there is no vocabulary '{recipe.Vocabulary}'; make one of your texts with SentencePiece (docs/text-encoder.md says how), "
                + "or name another with vocabulary.");
        }

        var pieces = SentencePieceTokenizer.Load(recipe.Vocabulary);
        var rows = recipe.Model.TextEncoder.Vocabulary;
        if (pieces.EndId is null)
            throw new TrainingException($"the vocabulary '{recipe.Vocabulary}' has no piece that ends a text.");
        return pieces.Count < rows ? pieces : throw new TrainingException(
            $"the vocabulary '{recipe.Vocabulary}' has {pieces.Count} pieces; the text encoder of '{recipe.Model.Name}' has {rows} rows "
            + "and needs at least one for gaps.");
    }

    private Tensor Loss(CorruptedBatch batch)
    {
        using var shorter = ComputingPrecision.Enter(_recipe.Precision);
        return _learning.Network.call(batch);
    }

    private CorruptedText Corrupt(int[] ids, CounterRandom random) => _corruption.Corrupt(ids, new Random((int)random.NextBelow(int.MaxValue)));
}
