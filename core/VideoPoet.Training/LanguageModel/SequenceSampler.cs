using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Generates sequences token by token, each drawn from the model's own probabilities among the ids that the layout allows.</summary>
internal sealed class SequenceSampler(PrefixLanguageModel model, Precision precision)
{
    /// <summary>Generates.</summary>
    /// <param name="batch">Sequences of one layout; of their ids, the prefix and what is given are kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>int64 [batch, length], on the processor.</returns>
    public Tensor Generate(SequenceBatch batch, CancellationToken cancellationToken)
    {
        using var silent = no_grad();
        using var shorter = ComputingPrecision.Enter(precision, model.Device.type);
        using var scope = NewDisposeScope();
        var layout = batch.Layouts[0];
        var ids = batch.Ids.cpu().clone();
        var (cache, hidden) = model.Prefill(batch);
        using var _ = cache;
        foreach (var run in layout.AllowedRuns.Where(run => run.Start >= layout.PrefixLength))
        {
            for (var position = run.Start; position < run.End; position++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var step = NewDisposeScope();
                var column = ids.select(1, position);
                if (layout.IsTarget(position))
                    column.copy_(run.Ids.Count == 1 ? full_like(column, run.Ids.Start) : Draw(hidden, run.Ids));
                if (position + 1 < layout.Length)
                {
                    var next = model.Step(cache, column);
                    hidden.Dispose();
                    hidden = next.MoveToOuterDisposeScope();
                }
            }
        }
        return ids.MoveToOuterDisposeScope();
    }

    private Tensor Draw(Tensor hidden, IdRange ids)
    {
        if (!model.Sizes.FactorisedCodes || ids != model.Vocabulary.Visual)
            return Draw(model.Logits(hidden, ids)).cpu() + ids.Start;
        var high = Draw(model.HighLogits(hidden));
        var lowLogits = model.LowLogits(hidden, high);
        return (high * lowLogits.shape[1] + Draw(lowLogits)).cpu() + ids.Start;
    }

    private static Tensor Draw(Tensor logits) => multinomial(logits.to_type(ScalarType.Float32).softmax(1), 1).squeeze(1);
}
