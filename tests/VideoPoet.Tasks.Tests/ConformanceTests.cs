using VideoPoet.Core;
using VideoPoet.Testing;

namespace VideoPoet.Tests;

public sealed class ConformanceTests
{
    [TestCaseSource(typeof(PaperTasks), nameof(PaperTasks.All))]
    public void Every_task_of_the_paper_keeps_the_contract(RegisteredTask task)
    {
        var report = TaskConformance.Verify(task, PaperTasks.Catalog);
        Assert.That(report.Cases, Is.GreaterThan(0));
        // Estimating flow and depth in every format takes minutes: the view has tests of its own.
        Assert.That(report.UncheckedViews, Is.EqualTo(task.Name == "stylization" ? new[] { "flow-depth" } : []));
    }

    [Test]
    public void Stylization_keeps_the_contract_with_any_view_of_the_whole_video()
    {
        var report = TaskConformance.Verify<Tasks.Stylization.Stylization>(new RegisteredView("flow-depth", new Unchanged()));
        Assert.That(report.UncheckedViews, Is.Empty);
    }

    [Test]
    public void A_view_that_looks_at_what_a_request_does_not_supply_is_found() =>
        Assert.That(
            () => TaskConformance.Verify<Tasks.Stylization.Stylization>(new RegisteredView("flow-depth", new Peeking())),
            Throws.TypeOf<ConformanceException>().With.Message.Contains("'flow-depth' of the ground truth differs from that of a request"));

    [Test]
    public void A_view_of_another_size_is_found() =>
        Assert.That(
            () => TaskConformance.Verify<Tasks.Stylization.Stylization>(new RegisteredView("flow-depth", new Shortened())),
            Throws.TypeOf<ConformanceException>().With.Message.Contains("yields 1 frames of 128×128 pixels"));

    [Test]
    public void A_view_that_throws_is_found() =>
        Assert.That(
            () => TaskConformance.Verify<Tasks.Stylization.Stylization>(new RegisteredView("flow-depth", new Throwing())),
            Throws.TypeOf<ConformanceException>().With.Message.Contains("'flow-depth' threw InvalidOperationException: no weights"));

    [Test]
    public void A_view_that_gives_something_else_each_time_is_found() =>
        Assert.That(
            () => TaskConformance.Verify<Tasks.Stylization.Stylization>(new RegisteredView("flow-depth", new Counting())),
            Throws.TypeOf<ConformanceException>());

    private sealed class Unchanged : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) => new() { Frames = clip.Frames };
    }

    private sealed class Peeking : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) =>
            new() { Frames = clip.Text is null ? clip.Frames : new(new byte[clip.Frames!.Pixels.Length], clip.Frames.Height, clip.Frames.Width) };
    }

    private sealed class Shortened : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) => new() { Frames = clip.Frames!.Leading(1) };
    }

    private sealed class Throwing : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) => throw new InvalidOperationException("no weights");
    }

    private sealed class Counting : IClipView
    {
        private byte _calls;

        public Clip Apply(Clip clip, TaskParameters arguments)
        {
            var pixels = clip.Frames!.Pixels.ToArray();
            pixels[0] = _calls++;
            return new() { Frames = new(pixels, clip.Frames.Height, clip.Frames.Width) };
        }
    }
}
