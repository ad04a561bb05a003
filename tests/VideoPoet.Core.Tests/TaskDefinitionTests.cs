using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class TaskDefinitionTests
{
    private static readonly TaskDefinition Good = new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text()],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };

    public static IEnumerable<TestCaseData> Unsound =>
    [
        new(Good with { Outputs = [] }, "needs an output"),
        new(Good with { Outputs = [Output.Visual(Views.WholeVideo), Output.Visual(Views.Computed("depth"))] }, "2 Visual outputs"),
        new(Good with { Token = TaskToken.Audio }, "the token 'audio' is for the output Audio"),
        new(Good with { Token = TaskToken.Named("audio") }, "the token 'audio' is for the output Audio"),
        new(Good with { Inputs = [Input.Text(), Input.Text()] }, "2 inputs named 'text'"),
        new(Good with { Parameters = [TaskParameter.Choice("n", 1), TaskParameter.Choice("n", 2)] }, "2 parameters named 'n'"),
        new(Good with { Ends = false }, "only a task for images"),
        new(Good with { Formats = 0 }, "images, video or both"),
    ];

    [TestCaseSource(nameof(Unsound))]
    public void A_definition_that_breaks_a_rule_says_which(TaskDefinition definition, string problem)
    {
        Assert.That(definition.Problems(), Has.Some.Contains(problem));
        Assert.That(
            () => SequenceLayout.Create(definition, VideoFormats.BuiltIn["square-17"], UnifiedVocabulary.Paper),
            Throws.ArgumentException.With.Message.Contains(problem));
    }

    [Test]
    public void A_sound_definition_has_no_problem() => Assert.That(Good.Problems(), Is.Empty);

    [Test]
    public void Definitions_with_equal_parts_are_equal() =>
        Assert.That(Good with { Inputs = [Input.Text()] }, Is.EqualTo(Good));

    [Test]
    public void A_view_of_another_modality_is_refused()
    {
        Assert.That(() => Input.Visual(Views.Waveform), Throws.ArgumentException.With.Message.Contains("yields Audio"));
        Assert.That(() => Output.Audio(Views.WholeVideo), Throws.ArgumentException.With.Message.Contains("yields Visual"));
        Assert.That(() => Output.Visual(Views.WholeVideo, after: Views.WholeVideo), Throws.ArgumentException.With.Message.Contains("leading frames"));
    }

    [Test]
    public void An_input_is_dropped_only_when_it_is_not_required()
    {
        var task = Good with { Inputs = [Input.Text(), Input.Visual(Views.FirstFrame), Input.Visual(Views.WholeVideo, InputPresence.Optional)] };
        Assert.That(task.PresentInputs.Select(input => input.Name), Is.EqualTo(new[] { "text", "first-frame" }));
        Assert.That(task.Without("text").PresentInputs.Select(input => input.Name), Is.EqualTo(new[] { "first-frame" }));
        Assert.That(task.With("video").PresentInputs.Select(input => input.Name), Is.EqualTo(new[] { "text", "first-frame", "video" }));
        Assert.That(() => task.Without("first-frame"), Throws.ArgumentException.With.Message.Contains("requires it"));
        Assert.That(() => task.Without("txt"), Throws.ArgumentException.With.Message.Contains("Did you mean 'text'?"));
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(-3)]
    public void A_number_of_leading_frames_that_cannot_be_tokenized_is_refused(int frames) =>
        Assert.That(() => Views.LeadingFrames(frames), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("1 + 4k"));
}
