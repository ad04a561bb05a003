using VideoPoet.Data;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Measures a language model on held-out sequences, always the same ones, and generates a few.</summary>
internal sealed class LanguageModelEvaluation(PrefixLanguageModel model, LanguageModelRecipeSpec recipe, MixturePlan plan, HeldOutBatches heldOut)
{
    /// <summary>The mean cross-entropy of a held-out token, in nats.</summary>
    public const string Loss = "held_out_loss";

    private const string Bits = "held_out_bits";

    /// <summary>The losses: all, by task, by modality and by place in the output in nats, then all and by task in bits.</summary>
    public IReadOnlyList<Figure> Measure(CancellationToken cancellationToken)
    {
        using var silent = no_grad();
        var tally = new LossTally();
        using var ahead = BatchPrefetcher.Start(heldOut);
        for (var number = 0; number < heldOut.Draws.Count; number++)
        {
            using var scope = NewDisposeScope();
            using var batch = ahead.Take(cancellationToken);
            using var shorter = ComputingPrecision.Enter(recipe.Precision, model.Device.type);
            var hidden = model.Hidden(batch.Sequences!);
            tally.Add([.. batch.Rows.Select(row => row.Variant)], model.Loss(batch.Sequences!, hidden, new() { ZLoss = 0 }));
        }
        Figure[] figures = [.. tally.Figures(Loss)];
        var bits = figures.TakeWhile(figure => !figure.Name.StartsWith(Loss + "_", StringComparison.Ordinal))
            .Select(figure => new Figure(Bits + figure.Name[Loss.Length..], figure.Value / Math.Log(2)));
        return [.. figures, .. bits];
    }

    /// <summary>Generates sequences of each task from held-out prefixes, and writes what they show and sound like.</summary>
    public async Task GenerateAsync(string folder, SampleDecoder? decoder, CancellationToken cancellationToken)
    {
        if (recipe.Samples == 0)
            return;
        var sheets = new SampleSheets(folder, decoder);
        var sampler = new SequenceSampler(model, recipe.Precision);
        foreach (var (variant, rows) in PrefixesOf())
        {
            using var batch = BatchReader.Read(rows, cancellationToken: cancellationToken);
            using var ids = sampler.Generate(batch.Sequences!, cancellationToken);
            await sheets.AddAsync(variant, ids, cancellationToken);
        }
        await sheets.CompleteAsync(cancellationToken);
    }

    // The first held-out rows of each task, in the form that is drawn most.
    private IEnumerable<(MixtureVariant Variant, BatchDraw Rows)> PrefixesOf()
    {
        var forms = plan.Stages.SelectMany(stage => stage.Variants).GroupBy(variant => variant.Entry)
            .Select(task => task.MaxBy(variant => variant.Probability)!);
        foreach (var form in forms)
        {
            var rows = heldOut.Draws.SelectMany(draw => draw.Rows)
                .Where(row => row.Variant.Name == form.Name && row.Variant.Format == form.Format).Take(recipe.Samples).ToArray();
            if (rows.Length > 0)
                yield return (form, new(0, 0, "samples", form.Layout.Group, rows));
        }
    }
}
