using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class PictureTests
{
    [Test]
    public void A_sheet_shows_every_frame_at_its_place()
    {
        var frames = TestMedia.Gradient(5, 20, 20);
        var sheet = ContactSheet.Draw(frames, columns: 3);
        Assert.That((sheet.Width, sheet.Height), Is.EqualTo((3 * 20 + 4 * ContactSheet.Gap, 2 * 20 + 3 * ContactSheet.Gap)));
        for (var frame = 0; frame < 5; frame++)
        {
            var (left, top) = (ContactSheet.Gap + frame % 3 * 24, ContactSheet.Gap + frame / 3 * 24);
            Assert.That(TestMedia.Mean(sheet, 0, left, top, 20, 20), Is.EqualTo(TestMedia.Mean(frames, frame)), $"frame {frame}");
        }
        Assert.That(TestMedia.Mean(sheet, 0, 52, 28, 20, 20).Red, Is.LessThan(40), "no sixth frame");
    }

    [Test]
    public void A_sheet_has_no_more_columns_than_frames()
    {
        var sheet = ContactSheet.Draw(TestMedia.Gradient(2, 20, 20), columns: int.MaxValue);
        Assert.That(sheet.Width, Is.EqualTo(2 * 20 + 3 * ContactSheet.Gap));
    }

    [Test]
    public void A_label_stands_above_its_row_and_changes_no_frame()
    {
        var frames = TestMedia.Gradient(6, 20, 20);
        var (plain, labelled) = (ContactSheet.Draw(new SheetRow(frames)), ContactSheet.Draw(new SheetRow(frames, "original")));
        Assert.That(labelled.Height, Is.EqualTo(plain.Height + ContactSheet.LabelHeight));
        var below = plain.Pixels.Length - ContactSheet.Gap * plain.Width * 3;
        Assert.That(labelled.Pixels.Span[^below..].SequenceEqual(plain.Pixels.Span[^below..]), Is.True);
        Assert.That(labelled.Pixels.Span[..(ContactSheet.LabelHeight * plain.Width * 3)].IndexOfAnyInRange((byte)150, (byte)255), Is.Positive);
    }

    [Test]
    public void A_sheet_of_many_frames_is_about_square()
    {
        var sheet = ContactSheet.Draw(TestMedia.Gradient(40, 32, 16));
        Assert.That((double)sheet.Width / sheet.Height, Is.InRange(0.7, 1.4));
    }

    [TestCase(1_000), TestCase(6_000)]
    public async Task A_spectrogram_is_brightest_at_the_frequency_of_a_tone(double hertz)
    {
        using var sound = TestMedia.Tone(hertz, 32_000);
        var picture = await SpectrogramPicture.DrawAsync(sound, new(256, 128));
        Assert.That((picture.Width, picture.Height), Is.EqualTo((256, 128)));
        var brightest = Enumerable.Range(0, 128).MaxBy(row => Brightness(picture, row));
        Assert.That(brightest, Is.EqualTo(128 * (1 - hertz / 8_000)).Within(2));
    }

    [Test]
    public void Resized_frames_look_alike()
    {
        var frames = TestMedia.Gradient(3, 64, 64);
        var small = FrameResizer.Resize(frames, new(32, 16));
        Assert.That((small.Count, small.Width, small.Height), Is.EqualTo((3, 32, 16)));
        var back = FrameResizer.Resize(small, new(64, 64));
        // What a smooth gradient loses by a quarter of its rows.
        Assert.That(TestMedia.Psnr(back, frames), Is.GreaterThan(30));
        Assert.That(TestMedia.Mean(small, 1).Blue, Is.EqualTo(TestMedia.Mean(frames, 1).Blue).Within(1));
    }

    private static double Brightness(PixelFrames picture, int row)
    {
        var (red, green, blue) = TestMedia.Mean(picture, 0, 0, row, picture.Width, 1);
        return red + green + blue;
    }
}
