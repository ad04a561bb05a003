using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class MaskedVideoTests
{
    private const int Frames = 5, Size = 16;

    private static readonly Clip White = new() { Frames = new(Enumerable.Repeat((byte)255, Frames * Size * Size * 3).ToArray(), Size, Size) };

    // Row in red, column in green, frame in blue: every pixel says where it was.
    private static readonly Clip Labelled = new()
    {
        Frames = new(
            (from frame in Enumerable.Range(0, Frames)
             from row in Enumerable.Range(0, Size)
             from column in Enumerable.Range(0, Size)
             from value in new[] { row, column, frame + 1 }
             select (byte)value).ToArray(),
            Size,
            Size),
    };

    // '#' is what the view keeps of a white clip.
    private static IEnumerable<TestCaseData> Holes =>
    [
        new("central", 0, Picture(rows: 4..12, columns: 4..12)),
        new("horizontal", 0, Picture(rows: 4..12, columns: 0..16)),
        new("vertical", 0, Picture(rows: 0..16, columns: 4..12)),
        new("dynamic", 0, Picture(rows: 4..12, columns: 0..8)),
        new("dynamic", 2, Picture(rows: 4..12, columns: 4..12)),
        new("dynamic", 4, Picture(rows: 4..12, columns: 8..16)),
    ];

    [TestCaseSource(nameof(Holes))]
    public void Inpainting_blackens_the_shape(string mask, int frame, string hole) =>
        Assert.That(Seen(View("inpainting", mask, White), frame), Is.EqualTo(Inverted(hole)));

    [TestCase(0, 0, 8)]
    [TestCase(2, 4, 12)]
    [TestCase(4, 8, 16)]
    public void Dynamic_outpainting_keeps_a_strip_that_moves_from_left_to_right(int frame, int left, int right) =>
        Assert.That(Seen(View("outpainting", "dynamic", White), frame), Is.EqualTo(Picture(rows: 0..16, columns: left..right)));

    [TestCase("central", 0, 0, 4, 4)]
    [TestCase("central", 15, 8, 11, 8)]
    [TestCase("central", 6, 7, 6, 7)]
    [TestCase("horizontal", 0, 3, 4, 3)]
    [TestCase("vertical", 3, 15, 3, 11)]
    public void Outpainting_repeats_the_nearest_edge_of_what_is_given(string mask, int row, int column, int fromRow, int fromColumn)
    {
        var frames = View("outpainting", mask, Labelled);
        var pixel = frames.Pixels.Span.Slice(((2 * Size + row) * Size + column) * 3, 3).ToArray();
        Assert.That(pixel, Is.EqualTo(new[] { (byte)fromRow, (byte)fromColumn, (byte)3 }));
    }

    [TestCase("inpainting")]
    [TestCase("outpainting")]
    public void The_mask_says_which_pixels_the_view_shows_as_they_are(string task)
    {
        foreach (var shape in new[] { "central", "dynamic", "horizontal", "vertical" })
        {
            var view = PaperTasks.Catalog[task].Define(TaskParameters.None.With("mask", shape)).PresentInputs.Single().View;
            var mask = PaperTasks.Catalog.MaskOf(view, Labelled)!;
            var shown = View(task, shape, Labelled);
            for (var i = 0; i < mask.Pixels.Length; i++)
            {
                Assert.That(mask.Pixels.Span[i], Is.AnyOf((byte)0, (byte)255));
                if (mask.Pixels.Span[i] == 0)
                    Assert.That(shown.Pixels.Span[i], Is.EqualTo(Labelled.Frames!.Pixels.Span[i]), $"{shape}, byte {i}");
            }
            // Half or a quarter of the clip, whichever side is hidden.
            Assert.That(mask.Pixels.Span.Count((byte)0), Is.InRange(mask.Pixels.Length / 4, 3 * mask.Pixels.Length / 4));
        }
    }

    [Test]
    public void Nothing_of_what_is_hidden_reaches_the_condition()
    {
        foreach (var task in new[] { "inpainting", "outpainting" })
        {
            foreach (var mask in new[] { "central", "dynamic", "horizontal", "vertical" })
            {
                // White where the view keeps nothing of a white clip; what is repeated at the edges of a kept part is hidden too.
                var kept = task == "inpainting" || mask == "dynamic" ? View(task, mask, White) : Complement(View("inpainting", mask, White));
                var changed = Labelled.Frames!.Pixels.ToArray();
                for (var i = 0; i < changed.Length; i++)
                {
                    if (kept.Pixels.Span[i] == 0)
                        changed[i] = 200;
                }
                var hidden = Labelled with { Frames = new(changed, Size, Size) };
                Assert.That(View(task, mask, hidden).SameAs(View(task, mask, Labelled)), Is.True, $"{task} {mask}");
            }
        }
    }

    [Test]
    public void A_mask_of_the_request_takes_the_place_of_the_shape()
    {
        var mask = new byte[Size * Size * 3];
        mask.AsSpan(0, 3).Fill(255);
        var masked = View("inpainting", "central", White with { Mask = new(mask, Size, Size) });
        var expected = Inverted(Picture(rows: 0..1, columns: 0..1));
        for (var frame = 0; frame < Frames; frame++)
            Assert.That(Seen(masked, frame), Is.EqualTo(expected));
    }

    [Test]
    public void A_mask_of_another_size_is_refused_with_the_right_one() =>
        Assert.That(
            () => View("inpainting", "central", White with { Mask = new(new byte[3 * Size * Size * 3], Size, Size) }),
            Throws.ArgumentException.With.Message.Contains("3 frames of 16×16 pixels; it must have 1 or 5 of 16×16"));

    [Test]
    public void A_shape_that_does_not_exist_is_refused_with_those_that_do() =>
        Assert.That(
            () => PaperTasks.Catalog["inpainting"].Define(TaskParameters.None.With("mask", "round")),
            Throws.TypeOf<TaskParameterException>().With.Message.Contains("central, dynamic, horizontal, vertical"));

    private static PixelFrames View(string task, string mask, Clip clip)
    {
        var definition = PaperTasks.Catalog[task].Define(TaskParameters.None.With("mask", mask));
        return PaperTasks.Catalog.Apply(definition.PresentInputs.Single().View, clip).Frames!;
    }

    private static PixelFrames Complement(PixelFrames frames) =>
        new(frames.Pixels.ToArray().Select(value => (byte)(255 - value)).ToArray(), frames.Height, frames.Width);

    private static string Seen(PixelFrames frames, int frame) => string.Join('\n', Enumerable.Range(0, Size).Select(row => string.Concat(
        Enumerable.Range(0, Size).Select(column => frames.Pixels.Span[((frame * Size + row) * Size + column) * 3] > 0 ? '#' : '.'))));

    private static string Picture(Range rows, Range columns) => string.Join('\n', Enumerable.Range(0, Size).Select(row => string.Concat(
        Enumerable.Range(0, Size).Select(column => Within(rows, row) && Within(columns, column) ? '#' : '.'))));

    private static bool Within(Range range, int value) => value >= range.Start.Value && value < range.End.Value;

    private static string Inverted(string picture) => picture.Replace('#', ' ').Replace('.', '#').Replace(' ', '.');
}
