using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Loop;

/// <summary>A run that is interrupted in whatever way ends with the weights of one that is not.</summary>
public sealed class ResumeTests
{
    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_run_that_is_cancelled_and_started_again_gives_the_same_bits([Values(1, 5, 6, 11)] int at)
    {
        var expected = await TinyRun.UninterruptedAsync(In("whole"));
        using var cancellation = new CancellationTokenSource();
        using (var first = new TinyTrainee())
        {
            var stopped = await TinyRun.RunAsync(In("run"), first, null, CancelAt(at, cancellation), cancellation.Token);
            Assert.That((stopped.Step, stopped.IsComplete), Is.EqualTo(((long)at, false)));
        }

        using var second = new TinyTrainee();
        var result = await TinyRun.RunAsync(In("run"), second);

        Assert.That((result.Step, result.IsComplete), Is.EqualTo((12L, true)));
        Assert.That(second.Fingerprint(), Is.EqualTo(expected));
        Assert.That(StepsIn("run"), Is.EqualTo(Enumerable.Range(1, 12)));
    }

    [Test]
    public async Task A_process_that_is_killed_again_and_again_also_while_it_saves_gives_the_same_bits()
    {
        var expected = await TinyRun.UninterruptedAsync(In("whole"), SecondProcess.Recipe, SecondProcess.Width);
        // A step and its checkpoint take some milliseconds.
        var (killed, _) = await SecondProcess.EndAfterKillsAsync(kills: 6, steps: 5, delay: 12, In("run"));

        Assert.That(killed, Is.Positive);
        Assert.That(await File.ReadAllTextAsync(Path.Combine(In("run"), "weights", "exported.txt")), Is.EqualTo(expected));
        Assert.That(StepsIn("run"), Is.EqualTo(Enumerable.Range(1, 40)));
        Assert.That(Checkpoints("run"), Is.EqualTo(["step-000000039", "step-000000040"]));
    }

    [TestCase("network.safetensors")]
    [TestCase("network.optimizer")]
    [TestCase("checkpoint.json")]
    public async Task A_damaged_checkpoint_is_set_aside_with_a_message_and_the_one_before_it_is_used(string damaged)
    {
        var expected = await TinyRun.UninterruptedAsync(In("whole"));
        using var cancellation = new CancellationTokenSource();
        using (var first = new TinyTrainee())
            await TinyRun.RunAsync(In("run"), first, null, CancelAt(8, cancellation), cancellation.Token);
        var file = Path.Combine(In("run"), "checkpoints", "step-000000008", damaged);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);

        var messages = new List<string>();
        var starts = new List<long>();
        using var second = new TinyTrainee();
        await TinyRun.RunAsync(In("run"), second, progress: told =>
        {
            if (told is RunMessage message)
                messages.Add(message.Text);
            if (told is RunStarted started)
                starts.Add(started.Step);
        });

        Assert.That(starts, Is.EqualTo([6]));
        Assert.That(messages.Single(), Does.Contain("step-000000008' is damaged").And.Contains("goes on from step-000000006"));
        Assert.That(second.Fingerprint(), Is.EqualTo(expected));
        Assert.That(StepsIn("run"), Is.EqualTo(Enumerable.Range(1, 12)));
        Assert.That(Checkpoints("run"), Has.One.StartsWith("damaged-step-000000008"));
        Assert.That(Checkpoints("run").Skip(1), Is.EqualTo(["step-000000006", "step-000000009", "step-000000012"]));
    }

    [Test]
    public async Task A_checkpoint_that_was_being_replaced_when_the_process_was_ended_is_there_again()
    {
        await TinyRun.UninterruptedAsync(In("run"));
        string Place(string step) => Path.Combine(In("run"), "checkpoints", step);
        // Of the last the new one was not moved in yet, of the one before it the old one was not deleted yet.
        Directory.Move(Place("step-000000012"), Place("step-000000012.replaced"));
        Directory.CreateDirectory(Place("step-000000009.replaced"));

        Assert.That(new CheckpointStore(Path.Combine(In("run"), "checkpoints")).Peek()!.Step, Is.EqualTo(12));
        using var folder = RunFolder.Open(In("run"), RunConfiguration.Of(TinyRun.Recipe));

        Assert.That(folder.Step, Is.EqualTo(12));
        Assert.That(Checkpoints("run"), Is.EqualTo(["step-000000006", "step-000000009", "step-000000012"]));
    }

    [Test]
    public void A_checkpoint_may_be_written_anew()
    {
        using var trainee = new TinyTrainee();
        var store = new CheckpointStore(In("checkpoints"));
        foreach (var isDue in new[] { true, false })
        {
            store.Write(
                trainee.Parts,
                files => new()
                {
                    Format = CheckpointManifest.CurrentFormat, Step = 4, EvaluationIsDue = isDue, LogBytes = 0, Configuration = [],
                    Files = new(files),
                },
                step: 4, keep: 2, best: null);
        }

        Assert.That(store.FindLatest(_ => { })!.Value.Manifest.EvaluationIsDue, Is.False);
        Assert.That(Directory.GetDirectories(In("checkpoints")).Select(Path.GetFileName), Is.EqualTo(["step-000000004"]));
    }

    [Test]
    public async Task What_a_process_that_was_ended_was_exporting_is_gone_when_the_run_goes_on()
    {
        await TinyRun.UninterruptedAsync(In("run"));
        File.WriteAllText(Path.Combine(In("run"), "weights", $"exported.txt.{Guid.NewGuid():N}.part"), "half");
        Directory.CreateDirectory(Path.Combine(In("run"), "best", $"text-encoder.{Guid.NewGuid():N}.part"));

        RunFolder.Open(In("run"), RunConfiguration.Of(TinyRun.Recipe)).Dispose();

        Assert.That(Directory.GetFileSystemEntries(In("run"), "*.part", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Path.Combine(In("run"), "weights", "exported.txt"), Does.Exist);
    }

    [Test]
    public async Task When_no_checkpoint_is_intact_the_run_does_not_silently_start_again()
    {
        await TinyRun.UninterruptedAsync(In("run"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(In("run"), "checkpoints"), "*.optimizer", SearchOption.AllDirectories))
            File.Delete(file);

        Assert.That(Open, Throws.TypeOf<TrainingException>().With.Message.StartsWith("no checkpoint is intact"));
        Assert.That(Checkpoints("run"), Is.EqualTo(["step-000000006", "step-000000009", "step-000000012"]));

        void Open() => RunFolder.Open(In("run"), RunConfiguration.Of(TinyRun.Recipe)).Dispose();
    }

    [Test]
    public async Task An_evaluation_that_was_cut_off_is_made_when_the_run_goes_on()
    {
        using var cancellation = new CancellationTokenSource();
        using (var first = new TinyTrainee { Evaluating = CutOff })
            Assert.That((await TinyRun.RunAsync(In("run"), first, null, null, cancellation.Token)).Step, Is.EqualTo(4));

        using var second = new TinyTrainee();
        await TinyRun.RunAsync(In("run"), second);

        Assert.That(second.Evaluated, Is.EqualTo([4, 8, 12]));

        Task CutOff(long step, CancellationToken token)
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.Infinite, token);
        }
    }

    [Test]
    public async Task A_run_that_is_complete_stays_as_it_is_when_it_is_started_again()
    {
        var expected = await TinyRun.UninterruptedAsync(In("run"));

        using var second = new TinyTrainee();
        var result = await TinyRun.RunAsync(In("run"), second);

        Assert.That((result.Step, result.IsComplete, second.Fingerprint()), Is.EqualTo((12L, true, expected)));
        Assert.That(StepsIn("run"), Is.EqualTo(Enumerable.Range(1, 12)));
    }

    [Test]
    public async Task A_checkpoint_of_another_network_is_refused_with_every_difference_and_changes_nothing()
    {
        await TinyRun.UninterruptedAsync(In("run"));
        using var wider = new TinyTrainee(width: 9);
        var before = wider.Fingerprint();

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(In("run"), wider));

        Assert.That(exception!.Message, Does.Contain("'network/0.weight' is Float32 [8, 8], expected Float32 [9, 9]"));
        Assert.That(exception.Message, Does.Contain("'average/0/bias'"));
        Assert.That(wider.Fingerprint(), Is.EqualTo(before));
    }

    private static Action<TrainingProgress> CancelAt(long step, CancellationTokenSource cancellation) => told =>
    {
        if (told is StepTaken taken && taken.Step == step)
            cancellation.Cancel();
    };

    private string In(string name) => Path.Combine(_root, name);

    private string[] Checkpoints(string run) =>
        [.. Directory.GetDirectories(Path.Combine(In(run), "checkpoints")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private List<int> StepsIn(string run) => [.. File.ReadLines(Path.Combine(In(run), "log.jsonl"))
        .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
        .Where(line => (string)line["event"]! == "step").Select(line => (int)line["step"]!)];
}
