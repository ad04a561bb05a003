using VideoPoet.Core;
using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

/// <summary>The drawn datasets have the entropy that they say.</summary>
public sealed class SyntheticTokensTests
{
    [TestCase(0.1, null, 4)]
    [TestCase(0.5, 0.0, 2)]
    [TestCase(0.2, 1.0, 2)]
    [TestCase(0.0, null, 3)]
    public void The_loss_of_the_distribution_itself_is_the_floor_of_every_form(double noise, double? leading, int classes)
    {
        var synthetic = new SyntheticTokens(PaperMixture.Vocabulary) { Noise = noise, LeadingNoise = leading, Classes = classes };
        var folder = TestFiles.NewFolder();
        synthetic.Write(PaperMixture.Plan, folder, entries: 60, windows: 4);
        using var datasets = MixtureDatasets.Open(PaperMixture.Plan, folder);

        foreach (var variant in PaperMixture.Plan.Stages[0].Variants)
        {
            var stream = datasets.StreamOf(variant);
            double[] losses = [.. stream.Training.Select(number => synthetic.Loss(variant.Layout, stream.Window(number).Codes(variant.Layout)))];
            var floor = synthetic.Floor(variant.Layout);
            var mean = losses.Average();
            var deviation = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / losses.Length / losses.Length);

            // Five standard errors of the mean.
            Assert.That(mean, Is.EqualTo(floor).Within(5 * deviation + 1e-9), variant.Name);
        }
    }

    [Test]
    public void Floors_are_what_is_left_when_the_prefix_is_known()
    {
        var synthetic = new SyntheticTokens(PaperMixture.Vocabulary);
        double[] Nats(string form) =>
        [
            .. PaperMixture.Plan.Stages[0].Variants.Where(variant => variant.Name.StartsWith(form, StringComparison.Ordinal))
                .Select(variant => synthetic.Floor(variant.Layout) * SyntheticTokens.TokensOf(variant.Layout)).Distinct(),
        ];
        // 4 codes a latent frame, of which there are 5; 106 frames of 2 levels of sound.
        var (video, audio) = (SyntheticTokens.CodeEntropy(64, 0.1), SyntheticTokens.CodeEntropy(16, 0.1));

        Assert.That(video, Is.EqualTo(-0.9015625 * Math.Log(0.9015625) - 63 * (0.1 / 64) * Math.Log(0.1 / 64)).Within(1e-12));
        Expect("unconditional-video", Math.Log(4) + 19 * video);
        Expect("text-to-video(text)", 19 * video);
        Expect("image-to-video(text)", 16 * video);
        Expect("inpainting", 19 * video);
        Expect("video-to-audio", 211 * audio);
        Expect("audio-to-video", 19 * video);
        // The first frame and its 6 frames of sound stand in the prefix.
        Expect("audio-video-continuation", 16 * video + 200 * audio);
        Assert.That(Nats("frame-prediction").Order(), Is.EqualTo(new[] { 8 * video, 12 * video, 16 * video }).Within(1e-9), "5 frames are 2 latent");

        void Expect(string form, double nats) => Assert.That(Nats(form), Is.Not.Empty.And.All.EqualTo(nats).Within(1e-9), form);
    }
}
