using System.Text;
using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class PaperLayoutTests
{
    [TestCase("text-to-image", "image", 68, 257)]
    [TestCase("text-to-video", "square-17", 68, 1_283)]
    [TestCase("text-to-video", "portrait-17", 69, 2_243)]
    [TestCase("text-to-video", "square-41", 69, 2_819)]
    [TestCase("unconditional-video", "square-17", 2, 1_283)]
    [TestCase("unconditional-image", "image", 2, 257)]
    [TestCase("image-to-video", "square-17", 68, 1_283)]
    [TestCase("frame-prediction", "square-17", 516, 1_283)]
    [TestCase("inpainting", "square-17", 1_284, 1_283)]
    [TestCase("outpainting", "square-17", 1_284, 1_283)]
    [TestCase("stylization", "square-17", 1_350, 1_283)]
    [TestCase("video-to-audio", "square-17", 1_284, 427)]
    [TestCase("audio-to-video", "square-17", 428, 1_283)]
    [TestCase("audio-video-continuation", "square-17", 2 + 258 + 26, 1_282 + 426 + 1)]
    public void A_task_has_the_lengths_that_follow_from_the_paper(string task, string format, int prefix, int output)
    {
        var layout = PaperTasks.Layout(task, format);
        Assert.That((layout.PrefixLength, layout.OutputLength), Is.EqualTo((prefix, output)));
    }

    [Test]
    public void Stylization_with_the_first_frame_is_258_positions_longer()
    {
        var withFrame = PaperTasks.Catalog["stylization"].Definition.With("first-frame");
        Assert.That(PaperTasks.Layout(withFrame, "square-17").PrefixLength, Is.EqualTo(1_350 + 258));
    }

    [TestCase(1, 256)]
    [TestCase(5, 512)]
    [TestCase(9, 768)]
    [TestCase(13, 1_024)]
    public void Frame_prediction_conditions_on_as_many_frames_as_it_is_told(int frames, int tokens) =>
        Assert.That(
            PaperTasks.Layout("frame-prediction", "square-17", TaskParameters.None.With("frames", frames)).PrefixLength,
            Is.EqualTo(2 + 1 + tokens + 1));

    [Test]
    public void Tasks_with_visual_output_alone_share_one_token()
    {
        var sharing = PaperTasks.All.Where(task => task.Definition.Token == TaskToken.Video).Select(task => task.Name);
        Assert.That(sharing, Is.SupersetOf(new[] { "text-to-video", "image-to-video", "unconditional-video", "text-to-image" }));
        var withBoth = PaperTasks.All.Where(task => task.Definition.Outputs.Count == 2);
        Assert.That(withBoth.Select(task => task.Definition.Token), Is.EqualTo(new[] { TaskToken.AudioVideo }));
    }

    [Test]
    public void Images_are_how_videos_begin()
    {
        Assert.That(PaperTasks.Layout("text-to-image", "image").Begins(PaperTasks.Layout("text-to-video", "square-17")), Is.True);
        Assert.That(PaperTasks.Layout("unconditional-image", "image").Begins(PaperTasks.Layout("unconditional-video", "square-17")), Is.True);
    }

    [Test]
    public void Text_may_be_dropped_in_every_task_that_has_text()
    {
        var withText = PaperTasks.All.Select(task => task.Definition).Where(task => task.PresentInputs.Any(input => input.Name == "text")).ToArray();
        Assert.That(withText, Has.Length.EqualTo(4));
        foreach (var task in withText)
            Assert.That(task.Without("text").PresentInputs.Select(input => input.Name), Has.None.EqualTo("text"));
    }

    [TestCaseSource(typeof(PaperTasks), nameof(PaperTasks.All))]
    public void The_sequence_of_every_task_in_every_format_stays_as_it_is(RegisteredTask task)
    {
        var text = new StringBuilder();
        foreach (var parameters in TaskParameters.Combinations(task.Definition.Parameters))
        {
            foreach (var definition in Variants(task.Define(parameters)))
            {
                foreach (var format in VideoFormats.BuiltIn.Where(format => definition.Misfit(format) is null))
                    Describe(text, $"{task.Name} {format.Name} {parameters}".TrimEnd(), PaperTasks.Layout(definition, format.Name));
            }
        }
        GoldenFile.Check($"{task.Name}.txt", text.ToString());
    }

    // As it is, and with each input that may be absent changed to the contrary.
    private static IEnumerable<TaskDefinition> Variants(TaskDefinition definition) =>
    [
        definition,
        .. definition.Inputs.Where(input => input.Presence == InputPresence.Droppable).Select(input => definition.Without(input.Name)),
        .. definition.Inputs.Where(input => input.Presence == InputPresence.Optional).Select(input => definition.With(input.Name)),
    ];

    private static void Describe(StringBuilder text, string title, SequenceLayout layout)
    {
        text.Append($"{title}: {layout.PrefixLength} + {layout.OutputLength} = {layout.Length}, {layout.TargetCount} learnt, {layout.Fingerprint}\n");
        foreach (var segment in layout.Segments)
        {
            var content = segment switch
            {
                MarkerSegment marker => marker.Token.Name,
                VisualSegment visual => $"{visual.View} {visual.Shape} given {visual.GivenFrames}",
                AudioSegment audio => $"{audio.View} {audio.Shape}",
                _ => $"{segment.Modality}",
            };
            foreach (var run in segment.AllowedRuns)
                text.Append($"  {(segment.IsOutput ? "output" : "prefix")} {run.Start}+{run.Length} ids {run.Ids} {content}\n");
        }
    }
}
