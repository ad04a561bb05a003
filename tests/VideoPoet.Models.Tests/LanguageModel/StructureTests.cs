using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>What sees what, over random layouts.</summary>
internal sealed class StructureTests
{
    private const int Cases = 16;

    // Rounding: matrix products of other sizes may add in another order.
    private const double Unchanged = 1e-5;

    [Test]
    public void An_output_token_changes_no_state_before_it_and_its_own() => RandomLayouts.Hold(
        layout =>
        {
            using var scope = NewDisposeScope();
            using var sequences = new RandomSequences(layout);
            var changed = sequences.Random.Next(layout.Layout.PrefixLength, layout.Layout.Length);
            var before = sequences.Hidden();
            if (!sequences.Change(changed))
                return true;

            var changes = sequences.Changes(before, sequences.Hidden());

            return changes[..changed].All(change => change < Unchanged) && changes[changed] > Unchanged;
        },
        Cases);

    [Test]
    public void A_prefix_token_changes_every_state() => RandomLayouts.Hold(
        layout =>
        {
            using var scope = NewDisposeScope();
            using var sequences = new RandomSequences(layout);
            var codes = layout.Layout.CodeSegments.Where(segment => !segment.IsOutput).ToList();
            var before = sequences.Hidden();
            if (codes.Count == 0 || !sequences.Change(sequences.Random.Next(codes[^1].Start, codes[^1].End)))
                return true;

            var changes = sequences.Changes(before, sequences.Hidden());
            return changes.Where((_, position) => !sequences.IsLeftOut(position)).All(change => change > 0);
        },
        Cases);

    [Test]
    public void Padding_in_the_slot_for_text_changes_no_other_state() => RandomLayouts.Hold(
        layout =>
        {
            using var scope = NewDisposeScope();
            using var sequences = new RandomSequences(layout);
            if (layout.Layout.Text is not { } slot || sequences.TextLengths[0] == slot.Length)
                return true;
            var padding = sequences.Random.Next(slot.Start + sequences.TextLengths[0], slot.End);
            var before = sequences.Hidden();
            sequences.Change(padding);

            var changes = sequences.Changes(before, sequences.Hidden());

            return changes[padding] > Unchanged != sequences.IsLeftOut(padding)
                && changes.Where((_, position) => position != padding).All(change => change < Unchanged);
        },
        Cases);

    [Test]
    public void A_sequence_computed_step_by_step_has_the_states_of_the_whole()
    {
        var worst = 0.0;
        RandomLayouts.Hold(
            layout =>
            {
                using var scope = NewDisposeScope();
                using var sequences = new RandomSequences(layout);
                using var batch = sequences.Batch();
                var whole = sequences.Hidden();

                var (cache, state) = sequences.Model.Prefill(batch);
                using (cache)
                {
                    for (var position = batch.PrefixLength; ; position++)
                    {
                        worst = Math.Max(worst, (state - whole.select(1, position - 1)).abs().max().ToDouble());
                        // The last steps are like the first ones; a few dozen show it.
                        if (position == Math.Min(batch.Length, batch.PrefixLength + 40))
                            return worst < 1e-4;
                        state = sequences.Model.Step(cache, batch.Ids.select(1, position));
                    }
                }
            },
            Cases);
        TestContext.Out.WriteLine($"largest difference: {worst:g3}");
    }
}
