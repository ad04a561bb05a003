using FsCheck;
using FsCheck.Fluent;
using VideoPoet.Core;

namespace VideoPoet.Tests;

/// <summary>Random vocabularies, formats and combinations of inputs and outputs, small enough for brute force.</summary>
internal static class RandomLayouts
{
    public static Arbitrary<LayoutCase> All { get; } = (
        from visualCodes in Gen.Choose(1, 5_000)
        from levels in Gen.Choose(1, 3)
        from audioCodes in Gen.Choose(1, 300)
        from width in Gen.Choose(1, 3)
        from height in Gen.Choose(1, 3)
        from chunks in Gen.Choose(0, 3)
        let format = new VideoFormat("random", width * 8, height * 8, 1 + 4 * chunks)
        from task in Task(format)
        let vocabulary = new UnifiedVocabulary(visualCodes, levels, audioCodes).With(task.Token).With(format)
        select new LayoutCase(task, format, vocabulary)).ToArbitrary();

    /// <summary>Checks a property of random layouts; the same ones at every run.</summary>
    public static void Hold(Func<LayoutCase, bool> property, int cases = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20231221, 1), Prop.ForAll(All, property));

    private static Gen<TaskDefinition> Task(VideoFormat format) =>
        from hasText in Gen.Elements(true, false)
        from visual in Gen.SubListOf(VisualViews(format).ToArray())
        from audio in Gen.SubListOf(AudioViews(format).ToArray())
        from outputs in Gen.Elements(1, 2, 3)
        from after in Gen.Elements(true, false)
        from isOpen in Gen.Elements(true, false)
        let open = isOpen && format.Kind == FormatKinds.Image && outputs == 1
        let given = after && format.Kind == FormatKinds.Video ? Views.FirstFrame : null
        select new TaskDefinition
        {
            Token = TaskToken.Named("random"),
            Inputs =
            [
                .. visual.Select(view => Input.Visual(view)),
                .. audio.Select(view => Input.Audio(view)),
                .. hasText ? [Input.Text()] : Array.Empty<Input>(),
            ],
            // Audio first: the layout, not the task, decides the order.
            Outputs =
            [
                .. outputs >= 2 ? [Output.Audio(Views.Waveform)] : Array.Empty<Output>(),
                .. outputs != 2 ? [Output.Visual(Views.WholeVideo, given)] : Array.Empty<Output>(),
            ],
            Formats = open ? FormatKinds.Image : FormatKinds.All,
            Ends = !open,
        };

    private static IEnumerable<ClipView> VisualViews(VideoFormat format) =>
        new[] { Views.WholeVideo, Views.Computed("masked"), Views.FirstFrame, Views.LeadingFrames(5) }.Where(view => view.Misfit(format) is null);

    private static IEnumerable<ClipView> AudioViews(VideoFormat format) =>
        new[] { Views.Waveform, Views.LeadingSound(5) }.Where(view => view.Misfit(format) is null);
}

internal sealed record LayoutCase(TaskDefinition Task, VideoFormat Format, UnifiedVocabulary Vocabulary)
{
    public SequenceLayout Layout { get; } = SequenceLayout.Create(Task, Format, Vocabulary);
}
