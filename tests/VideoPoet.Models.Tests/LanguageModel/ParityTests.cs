using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tests.LanguageModel.Reference;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>
/// Small models beside PyTorch, which has a mask of all pairs and the logits of all ids: plain; with shared keys and values, normed queries and keys
/// and an output layer of its own; and with codes in two halves.
/// </summary>
internal sealed class ParityTests
{
    // Single precision through two layers and sums of a few hundred terms.
    private const double Tolerance = 1e-4;

    [Test]
    public void Parameters_have_the_names_and_shapes_of_the_reference([Values("plain", "grouped", "halves")] string name)
    {
        using var model = Samples.Model(name);

        Assert.That(model.named_parameters().Select(item => item.name), Is.EquivalentTo(Samples.NamesBelow($"{name}/weight/")));
    }

    [Test]
    public void States_loss_and_all_gradients_are_PyTorch_s(
        [Values("text", "sound")] string batchName, [Values("plain", "grouped", "halves")] string name, [Values] bool checkpointed)
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model(name);
        using var batch = Samples.Batch(batchName);

        var hidden = model.Hidden(batch, checkpointed);
        var loss = model.Loss(batch, hidden, Samples.Options(name));
        loss.Sum.backward();

        var parameters = model.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Difference(hidden, $"{batchName}/{name}/hidden"), Is.LessThan(Tolerance));
            Assert.That(Samples.Difference(loss.Tokens, $"{batchName}/{name}/tokens"), Is.LessThan(Tolerance));
            Assert.That(Samples.Difference(loss.Sum.view(1), $"{batchName}/{name}/sum"), Is.LessThan(Tolerance * loss.Sum.ToDouble()));
            foreach (var key in Samples.NamesBelow($"{batchName}/{name}/gradient/"))
            {
                var gradient = parameters[key].grad!;
                var isTable = key is "tok_emb.weight" or "lm_head.weight";
                var kept = isTable ? gradient.slice(0, UnifiedVocabulary.SpecialIds, gradient.shape[0], 1) : gradient;
                Assert.That(Samples.Difference(kept, $"{batchName}/{name}/gradient/{key}"), Is.LessThan(Tolerance));
            }
        });
    }

    [Test]
    public void Short_texts_leave_their_common_padding_out_and_have_PyTorch_s_states(
        [Values("plain", "grouped", "halves")] string name, [Values] bool checkpointed)
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model(name);
        using var whole = Samples.Batch("text");
        var rows = tensor(new long[] { 0, 2 });
        using var batch = new SequenceBatch(
            [whole.Layouts[0], whole.Layouts[2]], whole.Ids.index_select(0, rows), whole.Text!.index_select(0, rows), [7, 0]);
        var slot = batch.Layouts[0].Text!;
        var start = slot.Start + 7;

        var hidden = model.Hidden(batch, checkpointed);
        var expected = Samples.Read($"text/{name}/hidden").index_select(0, rows);

        var difference = Rest(hidden.detach() - expected).abs().max().ToDouble();
        TestContext.Out.WriteLine($"{difference:g3}");
        Assert.That(difference, Is.LessThan(Tolerance));
        Assert.That(hidden.narrow(1, start, slot.End - start).abs().max().ToDouble(), Is.Zero);

        Tensor Rest(Tensor states) => cat([states.narrow(1, 0, start), states.narrow(1, slot.End, states.shape[1] - slot.End)], 1);
    }

    [Test]
    public void Parameters_that_the_reference_does_not_move_have_no_gradient([Values("text", "sound")] string batchName)
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model("plain");
        using var batch = Samples.Batch(batchName);

        model.Loss(batch, model.Hidden(batch), Samples.Options("plain")).Sum.backward();

        var moved = model.named_parameters().Where(item => item.parameter.grad is { } gradient && gradient.abs().max().ToDouble() > 0);
        Assert.That(moved.Select(item => item.name), Is.EquivalentTo(Samples.NamesBelow($"{batchName}/plain/gradient/")));
    }

    [Test]
    public void Logits_of_allowed_ids_are_PyTorch_s([Values("text", "sound")] string batchName, [Values("plain", "grouped")] string name)
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model(name);
        using var batch = Samples.Batch(batchName);
        var layout = batch.Layouts[0];

        var hidden = model.Hidden(batch)[0];
        var logits = zeros(layout.OutputLength, batch.Layouts[0].AllowedRuns.Max(run => run.Ids.End) - UnifiedVocabulary.SpecialIds);
        foreach (var position in Enumerable.Range(layout.PrefixLength, layout.OutputLength).Where(layout.IsTarget))
        {
            var ids = layout.AllowedIds(position);
            if (ids.Count > 1)
            {
                logits[position - layout.PrefixLength].narrow(0, ids.Start - UnifiedVocabulary.SpecialIds, ids.Count)
                    .copy_(model.Logits(hidden[position - 1].unsqueeze(0), ids)[0]);
            }
        }

        var expected = Samples.Read($"{batchName}/{name}/logits")[0].narrow(1, 0, logits.shape[1]);
        Assert.That((logits - expected).abs().max().ToDouble(), Is.LessThan(Tolerance));
    }
}
