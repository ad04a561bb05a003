using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class MeasureTests
{
    [Test]
    public void Psnr_is_what_numpy_computes() =>
        Assert.That(Psnr.Of(Samples.Original, Samples.Changed), Is.EqualTo(Samples.Reference("psnr")).Within(1e-9));

    [Test]
    public void Ssim_is_what_scipy_computes_with_the_whole_window() =>
        Assert.That(Ssim.Of(Samples.Original, Samples.Changed), Is.EqualTo(Samples.Reference("ssim")).Within(1e-9));

    [Test]
    public void The_signal_to_distortion_ratio_is_what_numpy_computes_by_projection() =>
        Assert.That(
            SignalToDistortion.Of(Samples.Sound, Samples.ChangedSound),
            Is.EqualTo(Samples.Reference("signal_to_distortion")).Within(1e-7));

    // Band edges are single precision here.
    [TestCase(5_000, "mel_distance")]
    [TestCase(700, "mel_distance_short")]
    public void The_mel_distance_is_what_numpy_computes(int samples, string name) =>
        Assert.That(
            MelDistance.Of(Samples.Sound.Leading(samples), Samples.ChangedSound.Leading(samples)),
            Is.EqualTo(Samples.Reference(name)).Within(1e-5));

    [Test]
    public void Equal_clips_are_as_similar_as_can_be()
    {
        Assert.That(Psnr.Of(Samples.Original, Samples.Original), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Ssim.Of(Samples.Original, Samples.Original), Is.EqualTo(1).Within(1e-12));
        Assert.That(SignalToDistortion.Of(Samples.Sound, Samples.Sound), Is.GreaterThan(120));
        Assert.That(MelDistance.Of(Samples.Sound, Samples.Sound), Is.Zero);
    }

    [Test]
    public void Loudness_does_not_change_the_signal_to_distortion_ratio()
    {
        var quieter = new Waveform(Samples.ChangedSound.Samples.ToArray().Select(sample => sample / 3).ToArray());
        Assert.That(
            SignalToDistortion.Of(Samples.Sound, quieter),
            Is.EqualTo(SignalToDistortion.Of(Samples.Sound, Samples.ChangedSound)).Within(1e-4));
    }

    [Test]
    public void Parts_make_the_measures_of_the_whole([Values(1, 333, 1_024)] int part)
    {
        var (mel, ratio) = (new MelDistance(), new SignalToDistortion());
        var left = Samples.Sound.Samples.Span;
        var right = Samples.ChangedSound.Samples.Span;
        for (var start = 0; start < left.Length; start += part)
        {
            var length = Math.Min(part, left.Length - start);
            mel.Add(left.Slice(start, length), right.Slice(start, length));
            ratio.Add(left.Slice(start, length), right.Slice(start, length));
        }
        Assert.That(mel.Mean, Is.EqualTo(MelDistance.Of(Samples.Sound, Samples.ChangedSound)));
        Assert.That(ratio.Decibels, Is.EqualTo(SignalToDistortion.Of(Samples.Sound, Samples.ChangedSound)));
    }

    [Test]
    public void Frames_added_one_by_one_make_the_measures_of_the_whole()
    {
        var (psnr, ssim) = (new Psnr(), new Ssim());
        var (original, changed) = (Samples.Original, Samples.Changed);
        var bytes = original.Pixels.Length / original.Count;
        for (var start = 0; start < original.Pixels.Length; start += bytes)
        {
            var left = new PixelFrames(original.Pixels.Slice(start, bytes), original.Height, original.Width);
            var right = new PixelFrames(changed.Pixels.Slice(start, bytes), changed.Height, changed.Width);
            psnr.Add(left, right);
            ssim.Add(left, right);
        }
        Assert.That(psnr.Decibels, Is.EqualTo(Psnr.Of(original, changed)).Within(1e-12));
        Assert.That(ssim.Mean, Is.EqualTo(Ssim.Of(original, changed)).Within(1e-12));
    }

    [Test]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.That(() => Psnr.Of(Samples.Original, Samples.Original.Leading(2)), Throws.ArgumentException.With.Message.Contains("3 of 26×19"));
        var tiny = new PixelFrames(new byte[10 * 12 * 3], 10, 12);
        Assert.That(() => Ssim.Of(tiny, tiny), Throws.ArgumentException.With.Message.Contains("at least 11×11 pixels, found 12×10"));
        Assert.That(
            () => MelDistance.Of(Samples.Sound, Samples.Sound.Leading(9)), Throws.ArgumentException.With.Message.Contains("5000 and 9 samples"));
    }
}
