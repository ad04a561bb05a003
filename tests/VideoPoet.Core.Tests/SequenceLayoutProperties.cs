using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class SequenceLayoutProperties
{
    [Test]
    public void Segments_follow_one_another_from_the_first_position_to_the_last() => RandomLayouts.Hold(random =>
    {
        var position = 0;
        foreach (var segment in random.Layout.Segments)
        {
            if (segment.Start != position || segment.Length < 1)
                return false;
            position = segment.End;
        }
        return position == random.Layout.Length;
    });

    [Test]
    public void The_prefix_comes_first_and_everything_after_it_is_output() => RandomLayouts.Hold(random =>
        random.Layout.PrefixLength is > 0 and var prefix
        && prefix < random.Layout.Length
        && random.Layout.Segments.All(segment => segment.IsOutput == segment.Start >= prefix));

    [Test]
    public void Inputs_and_outputs_come_in_the_order_text_visual_audio() => RandomLayouts.Hold(random =>
        Ordered(random.Layout.Segments.Where(segment => !segment.IsOutput)) && Ordered(random.Layout.Segments.Where(segment => segment.IsOutput)));

    [Test]
    public void Every_content_stands_between_the_markers_of_its_modality() => RandomLayouts.Hold(random =>
    {
        var segments = random.Layout.Segments;
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i] is MarkerSegment)
                continue;
            var kind = $"{char.ToLowerInvariant(segments[i].Modality.ToString()[0])}_{(segments[i].IsOutput ? "o" : "i")}";
            var isClosed = random.Task.Ends || !segments[i].IsOutput;
            if (segments[i - 1] is not MarkerSegment begin || begin.Token.Name != $"<bo{kind}>")
                return false;
            if (isClosed != (i + 1 < segments.Count && segments[i + 1] is MarkerSegment end && end.Token.Name == $"<eo{kind}>"))
                return false;
        }
        return true;
    });

    [Test]
    public void Attention_agrees_with_its_definition_at_every_pair_of_positions() => RandomLayouts.Hold(
        random =>
        {
            var (layout, prefix) = (random.Layout, random.Layout.PrefixLength);
            for (var query = 0; query < layout.Length; query++)
            {
                for (var key = 0; key < layout.Length; key++)
                {
                    if (layout.MayAttend(query, key) != (key < prefix || key <= query))
                        return false;
                }
            }
            return true;
        },
        cases: 100);

    [Test]
    public void Nothing_attends_to_padding_in_the_text_slot() => RandomLayouts.Hold(
        random =>
        {
            var (layout, textLength) = (random.Layout, random.Layout.Length % 65);
            var padding = Enumerable.Range(0, layout.Length)
                .Where(position => layout.CoordinatesOf(position) is { Modality: Modality.Text } text && text.Time >= textLength)
                .ToHashSet();
            return Enumerable.Range(0, layout.Length).All(key => layout.MayAttend(layout.Length - 1, key, textLength) == !padding.Contains(key));
        },
        cases: 100);

    [Test]
    public void Only_outputs_that_are_not_given_are_targets() => RandomLayouts.Hold(random =>
    {
        var layout = random.Layout;
        var given = layout.VisualOutput is { GivenFrames: > 0 } video ? Enumerable.Range(video.Start, video.Given) : [];
        var expected = Enumerable.Range(layout.PrefixLength, layout.OutputLength).Except(given);
        return expected.SequenceEqual(Enumerable.Range(0, layout.Length).Where(layout.IsTarget)) && expected.Count() == layout.TargetCount;
    });

    [Test]
    public void A_sequence_that_is_assembled_holds_legal_ids_only_and_parses_into_the_same_codes() => RandomLayouts.Hold(random =>
    {
        var (layout, draw) = (random.Layout, new Random(random.Layout.Length));
        var codes = layout.CodeSegments.Select(segment => RandomCodes(random.Vocabulary, segment, draw)).ToArray();
        var ids = layout.Assemble(codes);
        return Enumerable.Range(0, layout.Length).All(position => layout.AllowedIds(position).Contains(ids[position]))
            && layout.Parse(ids).Zip(codes).All(pair => pair.First.SequenceEqual(pair.Second));
    });

    [Test]
    public void The_modality_of_every_legal_id_is_that_of_its_position() => RandomLayouts.Hold(random =>
        random.Layout.AllowedRuns.All(run =>
            random.Vocabulary.ModalityOf(run.Ids.Start) == random.Layout.CoordinatesOf(run.Start).Modality
            && random.Vocabulary.ModalityOf(run.Ids.End - 1) == random.Layout.CoordinatesOf(run.Start).Modality));

    [Test]
    public void An_id_that_is_not_legal_at_its_position_is_refused() => RandomLayouts.Hold(random =>
    {
        var (layout, draw) = (random.Layout, new Random(random.Layout.Length));
        var ids = layout.Assemble([.. layout.CodeSegments.Select(segment => RandomCodes(random.Vocabulary, segment, draw))]);
        var position = draw.Next(layout.Length);
        ids[position] = layout.AllowedIds(position).End;
        try
        {
            layout.Parse(ids);
            return false;
        }
        catch (ArgumentException exception)
        {
            return exception.Message.Contains($"position {position} ", StringComparison.Ordinal);
        }
    });

    [Test]
    public void Coordinates_visit_every_code_once_in_raster_order() => RandomLayouts.Hold(random =>
        random.Layout.CodeSegments.All(segment =>
        {
            var expected = segment is VisualSegment { Shape: var latent }
                ? from time in Enumerable.Range(0, latent.Time)
                  from row in Enumerable.Range(0, latent.Height)
                  from column in Enumerable.Range(0, latent.Width)
                  select new TokenCoordinates(Modality.Visual, time, row, column)
                : from level in Enumerable.Range(0, ((AudioSegment)segment).Shape.Levels)
                  from frame in Enumerable.Range(0, ((AudioSegment)segment).Shape.Frames)
                  select new TokenCoordinates(Modality.Audio, frame, Level: level);
            return expected.SequenceEqual(Enumerable.Range(segment.Start, segment.Length).Select(random.Layout.CoordinatesOf));
        }));

    [Test]
    public void Layouts_made_twice_are_equal_and_have_equal_fingerprints() => RandomLayouts.Hold(random =>
        SequenceLayout.Create(random.Task, random.Format, random.Vocabulary) is var again
        && again.Equals(random.Layout)
        && again.Fingerprint == random.Layout.Fingerprint);

    [Test]
    public void Ids_of_random_vocabularies_round_trip() => RandomLayouts.Hold(random =>
    {
        var vocabulary = random.Vocabulary;
        return Enumerable.Range(0, vocabulary.VisualCodes).All(code => vocabulary.VisualCode(vocabulary.VisualId(code)) == code)
            && Enumerable.Range(0, vocabulary.AudioLevels).All(level => Enumerable.Range(0, vocabulary.AudioCodesPerLevel)
                .All(code => vocabulary.AudioCode(vocabulary.AudioId(level, code)) == (level, code)));
    });

    private static bool Ordered(IEnumerable<Segment> segments)
    {
        var modalities = segments.Where(segment => segment is not MarkerSegment).Select(segment => segment.Modality).ToArray();
        return modalities.SequenceEqual(modalities.Order());
    }

    private static int[] RandomCodes(UnifiedVocabulary vocabulary, Segment segment, Random draw)
    {
        var codes = segment is VisualSegment ? vocabulary.VisualCodes : vocabulary.AudioCodesPerLevel;
        return [.. Enumerable.Range(0, segment.Length).Select(_ => draw.Next(codes))];
    }
}
