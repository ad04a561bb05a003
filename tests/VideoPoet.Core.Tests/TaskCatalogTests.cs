using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class TaskCatalogTests
{
    private static readonly TaskDefinition ToVideo = new() { Token = TaskToken.Named("own"), Outputs = [Output.Visual(Views.WholeVideo)] };

    private static readonly TaskDefinition ToSound = ToVideo with { Outputs = [Output.Audio(Views.Waveform)] };

    [Test]
    public void Two_tasks_with_one_name_are_refused_with_both_files() =>
        Assert.That(
            () => new TaskCatalog([Registered("same", ToVideo, "/a/A.dll"), Registered("same", ToVideo, "/b/B.dll")], []),
            Throws.TypeOf<TaskCatalogException>().With.Message.Contains("'same'").And.Message.Contains("/a/A.dll").And.Message.Contains("/b/B.dll"));

    [Test]
    public void One_token_for_different_outputs_is_refused_with_both_files() =>
        Assert.That(
            () => new TaskCatalog([Registered("first", ToVideo, "/a/A.dll"), Registered("second", ToSound, "/b/B.dll")], []),
            Throws.TypeOf<TaskCatalogException>().With.Message.Contains("'own'").And.Message.Contains("/a/A.dll").And.Message.Contains("/b/B.dll"));

    [Test]
    public void Every_contradiction_is_reported_at_once()
    {
        RegisteredTask[] tasks = [Registered("same", ToVideo, "/a"), Registered("same", ToVideo, "/b"), Registered("other", ToSound, "/c")];
        var exception = Assert.Throws<TaskCatalogException>(() => _ = new TaskCatalog(tasks, []));
        Assert.That(exception.Problems, Has.Count.EqualTo(2));
    }

    [Test]
    public void An_unknown_task_is_answered_with_the_nearest()
    {
        var catalog = new TaskCatalog([Registered("text-to-video", ToVideo, "/a")], []);
        Assert.That(() => catalog["text-to-vidoe"], Throws.ArgumentException.With.Message.Contains("Did you mean 'text-to-video'?"));
        Assert.That(() => catalog["x"], Throws.ArgumentException.With.Message.Contains("Known: text-to-video."));
    }

    [Test]
    public void A_parameter_that_the_task_does_not_have_is_refused()
    {
        var task = Registered("task", ToVideo with { Parameters = [TaskParameter.Choice("frames", 1)] }, "/a");
        Assert.That(
            () => task.Define(TaskParameters.None.With("frame", 1)),
            Throws.TypeOf<TaskParameterException>().With.Message.Contains("Did you mean 'frames'?").And.Property("Parameter").EqualTo("frame"));
    }

    [Test]
    public void A_task_whose_definition_is_not_sound_is_not_registered() =>
        Assert.That(() => Registered("bad", ToVideo with { Outputs = [] }, "/a"), Throws.ArgumentException.With.Message.Contains("needs an output"));

    [Test]
    public void A_task_name_that_breaks_the_rule_is_refused() =>
        Assert.That(() => Registered("Bad Name", ToVideo, "/a"), Throws.ArgumentException.With.Message.Contains("lower-case"));

    [Test]
    public void Views_are_parts_of_the_clip_or_computed_by_what_exports_them()
    {
        var frames = new PixelFrames(Enumerable.Range(0, 17 * 8 * 8 * 3).Select(i => (byte)i).ToArray(), 8, 8);
        var clip = new Clip { Text = "a caption", Frames = frames, Sound = new(new float[34_000]) };
        var catalog = new TaskCatalog([], [new("inverted", new Inverted())]);
        Assert.That(catalog.Apply(Views.Caption, clip), Is.EqualTo(new Clip { Text = "a caption" }));
        Assert.That(catalog.Apply(Views.FirstFrame, clip).Frames!.Count, Is.EqualTo(1));
        Assert.That(catalog.Apply(Views.LeadingSound(1), clip).Sound!.Samples.Length, Is.EqualTo(6 * 320));
        Assert.That(catalog.Apply(Views.Computed("inverted"), clip).Frames!.Pixels.Span[1], Is.EqualTo(254));
        Assert.That(
            () => catalog.Apply(Views.Computed("absent"), clip),
            Throws.ArgumentException.With.Message.Contains("no plugin computes the view 'absent'. Computed views: inverted."));
        Assert.That(() => catalog.Apply(Views.Caption, new()), Throws.ArgumentException.With.Message.Contains("needs text"));
        Assert.That(
            () => catalog.Apply(Views.LeadingFrames(5), new() { Frames = frames.Leading(1) }),
            Throws.ArgumentException.With.Message.Contains("needs 5 frames, and the clip has 1"));
    }

    [Test]
    public void Views_that_bring_weights_say_which_and_others_nothing()
    {
        var catalog = new TaskCatalog([], [new("inverted", new Inverted()), new("learned", new Learned("a")), new("unasked", new Learned("b"))]);
        ClipView[] asked =
        [
            Views.WholeVideo, Views.Computed("inverted"), Views.Computed("learned"), Views.Computed("learned", TaskParameters.None.With("size", 1)),
            Views.Computed("absent"),
        ];

        Assert.That(catalog.FingerprintsOf(asked), Is.EqualTo(new Dictionary<string, string> { ["learned"] = "a" }));
    }

    private static RegisteredTask Registered(string name, TaskDefinition definition, string file) =>
        new(name, new FixedTask(definition), new(file, "Some.Type"));

    private sealed class FixedTask(TaskDefinition definition) : IVideoTask
    {
        public TaskDefinition Define(TaskParameters parameters) => definition;
    }

    private sealed class Inverted : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) =>
            new() { Frames = new(clip.Frames!.Pixels.ToArray().Select(value => (byte)~value).ToArray(), clip.Frames.Height, clip.Frames.Width) };
    }

    private sealed class Learned(string fingerprint) : ILearnedView
    {
        public string Fingerprint => fingerprint;

        public Clip Apply(Clip clip, TaskParameters arguments) => new() { Frames = clip.Frames };
    }
}
