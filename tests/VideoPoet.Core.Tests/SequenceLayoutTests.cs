using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class SequenceLayoutTests
{
    private static readonly TaskDefinition TextToVideo = new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text()],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };

    private static readonly TaskDefinition TextToImage = TextToVideo with { Formats = FormatKinds.Image, Ends = false };

    private static readonly TaskDefinition ImageToVideo = TextToVideo with { Outputs = [Output.Visual(Views.WholeVideo, after: Views.FirstFrame)] };

    private static SequenceLayout Lay(TaskDefinition task, string format = "square-17", UnifiedVocabulary? vocabulary = null) =>
        SequenceLayout.Create(task, VideoFormats.BuiltIn[format], vocabulary ?? UnifiedVocabulary.Paper);

    [Test]
    public void Text_to_image_is_how_text_to_video_begins_so_that_generation_can_go_on()
    {
        Assert.That(Lay(TextToImage, "image").Begins(Lay(TextToVideo)), Is.True);
        Assert.That(Lay(TextToImage, "image").Begins(Lay(TextToVideo, "portrait-17")), Is.False);
        Assert.That(Lay(TextToImage with { Ends = true }, "image").Begins(Lay(TextToVideo)), Is.False);
    }

    [Test]
    public void Image_to_video_fills_the_positions_of_text_to_video_and_does_not_learn_the_first_frame()
    {
        var (fromImage, fromText) = (Lay(ImageToVideo), Lay(TextToVideo));
        Assert.That(fromImage.Group, Is.EqualTo(fromText.Group));
        Assert.That(fromImage.TargetCount, Is.EqualTo(fromText.TargetCount - 256));
        Assert.That(fromImage.IsTarget(fromImage.VisualOutput!.Start + 255), Is.False);
        Assert.That(fromImage.IsTarget(fromImage.VisualOutput!.Start + 256), Is.True);
    }

    [Test]
    public void Text_that_is_dropped_leaves_the_sequence_of_unconditional_generation() =>
        Assert.That(Lay(TextToVideo.Without("text")), Is.EqualTo(Lay(TextToVideo with { Inputs = [] })));

    [Test]
    public void A_latent_frame_is_complete_256_positions_after_the_one_before()
    {
        var video = Lay(TextToVideo).VisualOutput!;
        Assert.That(Enumerable.Range(0, 5).Select(video.EndOf), Is.EqualTo(new[] { 325, 581, 837, 1_093, 1_349 }));
        Assert.That(() => video.EndOf(5), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Sound_allows_the_ids_of_one_level_after_another()
    {
        var layout = Lay(new() { Token = TaskToken.Audio, Outputs = [Output.Audio(Views.Waveform)] });
        var sound = layout.AudioOutput!;
        for (var level = 0; level < 4; level++)
        {
            Assert.That(layout.AllowedIds(sound.Start + level * 106), Is.EqualTo(UnifiedVocabulary.Paper.AudioLevel(level)));
            Assert.That(layout.AllowedIds(sound.Start + level * 106 + 105), Is.EqualTo(UnifiedVocabulary.Paper.AudioLevel(level)));
        }
    }

    [Test]
    public void A_resolution_token_speaks_of_video_output_only()
    {
        var toSound = new TaskDefinition
        {
            Token = TaskToken.Audio,
            Inputs = [Input.Visual(Views.WholeVideo)],
            Outputs = [Output.Audio(Views.Waveform)],
        };
        Assert.That(Lay(toSound, "portrait-17").Segments.OfType<MarkerSegment>().Select(marker => marker.Token.Id), Has.None.EqualTo(96));
        Assert.That(Lay(TextToVideo, "portrait-17").Segments.OfType<MarkerSegment>().Select(marker => marker.Token.Id), Has.One.EqualTo(96));
    }

    [Test]
    public void A_plugins_token_that_another_model_lacks_leaves_the_fingerprint_of_other_layouts_as_it_is() =>
        Assert.That(
            Lay(TextToVideo, vocabulary: UnifiedVocabulary.Paper.With(TaskToken.Named("relight"))).Fingerprint,
            Is.EqualTo(Lay(TextToVideo).Fingerprint));

    [Test]
    public void Layouts_that_hold_something_else_have_another_fingerprint()
    {
        var layouts = new[]
        {
            Lay(TextToVideo), Lay(ImageToVideo), Lay(TextToVideo.Without("text")), Lay(TextToVideo, "square-41"), Lay(TextToImage, "image"),
            Lay(TextToVideo, vocabulary: new(visualCodes: 4_096)),
        };
        Assert.That(layouts.Select(layout => layout.Fingerprint), Is.Unique);
    }

    [Test]
    public void A_format_that_the_task_does_not_support_is_refused_with_the_reason()
    {
        Assert.That(() => Lay(TextToVideo, "image"), Throws.ArgumentException.With.Message.Contains("the task is for video"));
        var prediction = TextToVideo with { Inputs = [Input.Visual(Views.LeadingFrames(17))] };
        Assert.That(() => Lay(prediction), Throws.ArgumentException.With.Message.Contains("needs a clip longer than 17 frames"));
        Assert.That(Lay(prediction, "square-41").PrefixLength, Is.EqualTo(3 + 1_280 + 2));
    }

    [Test]
    public void A_format_whose_token_the_vocabulary_lacks_is_refused() =>
        Assert.That(
            () => SequenceLayout.Create(TextToVideo, new("small-17", 64, 64, 17), UnifiedVocabulary.Paper),
            Throws.ArgumentException.With.Message.Contains("no token 'res:64x64'"));

    [Test]
    public void Codes_that_do_not_fit_are_refused_with_their_place()
    {
        var layout = Lay(TextToImage, "image");
        Assert.That(() => layout.Assemble(), Throws.ArgumentException.With.Message.Contains("1 runs of codes, found 0"));
        Assert.That(() => layout.Assemble(new int[255]), Throws.ArgumentException.With.Message.Contains("must be 256, found 255"));
        var codes = new int[256];
        codes[3] = 262_144;
        Assert.That(() => layout.Assemble(codes), Throws.ArgumentException.With.Message.Contains("the code 262144 for position 72"));
        Assert.That(() => layout.Parse(new int[3]), Throws.ArgumentException.With.Message.Contains("must have 325 ids, found 3"));
    }
}
