using System.Text.Json.Nodes;
using VideoPoet.Specs;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Loop;

public sealed class TrainingLoopTests
{
    private string _root;

    private static FeatureNetworkRecipeSpec Impatient { get; } = TinyRun.Recipe with
    {
        Steps = 40,
        Evaluation = new() { Every = 2, Batches = 1, Patience = 3, Best = new() { Lowest = "quality" } },
    };

    private string Run => Path.Combine(_root, "run");

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_run_leaves_its_configuration_its_log_its_samples_its_last_checkpoints_and_its_weights()
    {
        using var trainee = new TinyTrainee();

        var result = await TinyRun.RunAsync(Run, trainee);

        Assert.That(result.Evaluation, Is.EqualTo([new Figure("step_seen", 12)]));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Run, "recipe.yaml")), Does.Contain("\ntrains: feature-network\n"));
        Assert.That((string)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Run, "environment.json")))!["torch"]!, Does.Contain("libtorch"));
        Assert.That(
            Directory.GetDirectories(Path.Combine(Run, "samples")).Select(Path.GetFileName),
            Is.EquivalentTo(["000000004", "000000008", "000000012"]));
        Assert.That(
            Directory.GetDirectories(Path.Combine(Run, "checkpoints")).Select(Path.GetFileName),
            Is.EquivalentTo(["step-000000006", "step-000000009", "step-000000012"]));
        Assert.That(Path.Combine(Run, "weights", "exported.txt"), Does.Exist);
        Assert.That(Log().Select(line => (string)line["event"]!).Distinct(), Is.EqualTo(["start", "step", "evaluation", "end"]));
        Assert.That((double)Log().First(line => (string)line["event"]! == "step")["loss"]!, Is.Positive);
    }

    [Test]
    public async Task Steps_that_fail_now_and_then_are_left_out_and_logged()
    {
        using var trainee = new TinyTrainee { LossFactor = step => step % 3 == 0 ? double.NaN : 1 };

        var result = await TinyRun.RunAsync(Run, trainee);

        Assert.That(result.IsComplete, Is.True);
        Assert.That(Log().Count(line => (string?)line["loss"]?.ToString() == "NaN"), Is.EqualTo(4));
    }

    [Test]
    public async Task A_run_whose_steps_all_fail_is_given_up_with_a_message()
    {
        using var trainee = new TinyTrainee { LossFactor = _ => double.PositiveInfinity };

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, trainee, TinyRun.Recipe with { Steps = 50 }));

        Assert.That(exception!.Message, Does.StartWith("the last 20 steps up to step 20 failed").And.Contains("optimizer:learningRate"));
    }

    [Test]
    public async Task A_recipe_that_changes_what_a_step_does_is_refused_with_the_differences()
    {
        await TinyRun.UninterruptedAsync(Run);
        var changed = TinyRun.Recipe with { Seed = 8, Steps = 20, MovingAverage = 0.9 };

        var exception = Assert.Throws<TrainingException>(() => RunFolder.Open(Run, RunConfiguration.Of(changed)));

        Assert.That(exception!.Message, Does.Contain("seed was 7, is 8; movingAverage was absent, is 0.9."));
        Assert.That(exception.Message, Does.Not.Contain("steps"));
    }

    [Test]
    public async Task A_run_may_become_longer_and_says_so()
    {
        await TinyRun.UninterruptedAsync(Run);
        var messages = new List<string>();
        using var trainee = new TinyTrainee();

        var result = await TinyRun.RunAsync(
            Run, trainee, TinyRun.Recipe with { Steps = 15 }, told => messages.AddRange(told is RunMessage text ? [text.Text] : []));

        Assert.That(result.Step, Is.EqualTo(15));
        Assert.That(messages, Is.EqualTo(["changed since step-000000012: steps was 12, is 15."]));
    }

    [Test]
    public async Task A_run_cannot_become_shorter_than_it_is()
    {
        await TinyRun.UninterruptedAsync(Run);
        using var trainee = new TinyTrainee();

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, trainee, TinyRun.Recipe with { Steps = 10 }));

        Assert.That(exception!.Message, Does.Contain("has taken 12 steps already; steps must be at least that, found 10."));
    }

    [Test]
    public async Task A_number_of_steps_with_which_a_turn_would_be_taken_again_is_refused_and_another_is_not()
    {
        using (var first = Turning())
            await TinyRun.RunAsync(Run, first);
        using var second = Turning();
        using var third = Turning();

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, second, TinyRun.Recipe with { Steps = 24 }));
        var longer = await TinyRun.RunAsync(Run, third, TinyRun.Recipe with { Steps = 20 });

        Assert.That(exception!.Message, Is.EqualTo(
            "the run has taken 12 steps. With steps 24 instead of 12, 'clips' would begin after 12 steps instead of 6, and it has begun already. "
            + "Set steps back to 12, or name another folder with checkpoints:folder."));
        Assert.That(longer.Step, Is.EqualTo(20));
    }

    [Test]
    public async Task A_number_of_steps_with_which_a_turn_would_be_missed_is_refused()
    {
        using var cancellation = new CancellationTokenSource();
        using (var first = Turning())
            await TinyRun.RunAsync(Run, first, null, told => { if (told is StepTaken { Step: 5 }) cancellation.Cancel(); }, cancellation.Token);
        using var second = Turning();

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, second, TinyRun.Recipe with { Steps = 8 }));

        Assert.That(exception!.Message, Does.Contain("'clips' would begin after 4 steps instead of 6, and it has not begun yet."));
    }

    [Test]
    public void A_folder_that_another_run_uses_is_refused()
    {
        using var folder = RunFolder.Open(Run, RunConfiguration.Of(TinyRun.Recipe));

        var exception = Assert.Throws<TrainingException>(() => RunFolder.Open(Run, RunConfiguration.Of(TinyRun.Recipe)));

        Assert.That(exception!.Message, Does.StartWith($"another process trains in '{Run}'"));
    }

    [Test]
    public void A_folder_with_something_else_in_it_is_refused_and_left_alone()
    {
        File.WriteAllText(Path.Combine(_root, "letter.txt"), "Dear Alan");

        var exception = Assert.Throws<TrainingException>(() => RunFolder.Open(_root, RunConfiguration.Of(TinyRun.Recipe)));

        Assert.That(exception!.Message, Does.Contain("holds something else than a run"));
        Assert.That(Directory.GetFileSystemEntries(_root), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_one_clear_message()
    {
        File.WriteAllText(Path.Combine(_root, "file"), "");
        var path = Path.Combine(_root, "file", "run");

        var exception = Assert.Throws<TrainingException>(() => RunFolder.Open(path, RunConfiguration.Of(TinyRun.Recipe)));

        Assert.That(exception!.Message, Does.StartWith($"the run's folder '{path}' cannot be written:").And.Contains("checkpoints:folder"));
    }

    [Test]
    public async Task A_checkpoint_that_cannot_be_written_ends_the_run_with_one_clear_message_and_leaves_the_one_before()
    {
        using var trainee = new TinyTrainee();
        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, trainee, progress: told =>
        {
            // From the next checkpoint on its folder's name is taken by a file.
            if (told is CheckpointWritten { Step: 3 })
                File.WriteAllText(Path.Combine(Run, "checkpoints", "step-000000006"), "");
        }));

        Assert.That(exception!.Message, Does.StartWith($"the run's folder '{Run}' cannot be written:"));
        Assert.That(Directory.GetDirectories(Path.Combine(Run, "checkpoints")).Select(Path.GetFileName), Is.EqualTo(["step-000000003"]));
    }

    [Test]
    public async Task A_step_that_cannot_read_its_data_does_not_blame_the_runs_folder()
    {
        using var trainee = new TinyTrainee { LossFactor = _ => throw new IOException("clip.bin is gone") };

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, trainee));

        Assert.That(exception!.Message, Is.EqualTo("step 1 could not read what it learns from: clip.bin is gone."));
    }

    [Test]
    public async Task Steps_leave_no_tensors_behind()
    {
        using var trainee = new TinyTrainee();
        await TinyRun.RunAsync(Run, trainee, TinyRun.Recipe with { Evaluation = new() { Every = 100, Batches = 1 } });

        Assert.That(trainee.LiveTensors.Skip(1).Distinct().Count(), Is.EqualTo(1), string.Join(", ", trainee.LiveTensors));
    }

    [Test]
    public async Task The_remaining_time_is_known_after_the_first_step_and_nothing_at_the_end()
    {
        var remaining = new List<TimeSpan?>();
        using var trainee = new TinyTrainee();

        await TinyRun.RunAsync(Run, trainee, progress: told => remaining.AddRange(told is StepTaken step ? [step.Remaining] : []));

        Assert.That(remaining[0], Is.GreaterThan(TimeSpan.Zero));
        Assert.That(remaining[^1], Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task The_best_checkpoint_outlives_the_latest_and_its_weights_lie_in_a_folder_of_their_own()
    {
        using var trainee = new TinyTrainee { Goal = new("quality", IsHighest: true), Quality = step => step == 4 ? 5 : 1 };

        var result = await TinyRun.RunAsync(Run, trainee, TinyRun.Recipe with { Checkpoints = new() { Folder = "unused", Every = 2, Keep = 2 } });

        Assert.That(result.Best, Is.EqualTo(new BestEvaluation("quality", 4, 5, Since: 2)));
        Assert.That(Checkpoints(), Is.EqualTo(["step-000000004", "step-000000010", "step-000000012"]));
        var (best, last) = (await File.ReadAllTextAsync(Path.Combine(Run, "best", "exported.txt")), trainee.Fingerprint());
        using var again = new TinyTrainee();
        await TinyRun.RunAsync(Path.Combine(_root, "short"), again, TinyRun.Recipe with { Steps = 4 });
        Assert.That(best, Is.EqualTo(again.Fingerprint()).And.Not.EqualTo(last));
    }

    [Test]
    public async Task What_the_last_step_of_an_earlier_stage_is_measured_at_is_not_the_best()
    {
        using var trainee = new TinyTrainee { Goal = new("quality", IsHighest: true) { From = 4 }, Quality = step => step == 4 ? 5 : 1 };

        var result = await TinyRun.RunAsync(Run, trainee);

        Assert.That(result.Best, Is.EqualTo(new BestEvaluation("quality", 8, 1, Since: 1)));
    }

    [Test]
    public async Task A_run_ends_early_when_evaluations_bring_nothing_better_and_stays_so_until_it_gets_more_patience()
    {
        var impatient = Impatient;
        using var first = new TinyTrainee { Quality = Quality };

        var ended = await TinyRun.RunAsync(Run, first, impatient);
        using var second = new TinyTrainee { Quality = Quality };
        var still = await TinyRun.RunAsync(Run, second, impatient);
        using var third = new TinyTrainee { Quality = Quality };
        var longer = await TinyRun.RunAsync(Run, third, impatient with { Evaluation = impatient.Evaluation with { Patience = 5 } });

        Assert.That((ended.Step, ended.IsComplete, ended.Best), Is.EqualTo((10L, true, new BestEvaluation("quality", 4, 1, Since: 3))));
        Assert.That((still.Step, still.IsComplete), Is.EqualTo((10L, true)));
        Assert.That((longer.Step, longer.IsComplete), Is.EqualTo((14L, true)));
        Assert.That(Log().Select(line => (string?)line["text"]), Has.Some.StartsWith("the run ends early: 5 evaluations brought no better quality"));

        static double Quality(long step) => step < 4 ? 2 : step == 4 ? 1 : 1.5;
    }

    [Test]
    public async Task An_early_end_is_the_same_for_a_run_that_was_interrupted()
    {
        var recipe = Impatient;
        using var cancellation = new CancellationTokenSource();
        using (var first = new TinyTrainee { Quality = step => step })
        {
            await TinyRun.RunAsync(
                Run, first, recipe, told => { if (told is StepTaken { Step: 5 }) cancellation.Cancel(); }, cancellation.Token);
        }
        using var second = new TinyTrainee { Quality = step => step };

        var result = await TinyRun.RunAsync(Run, second, recipe);

        Assert.That((result.Step, result.Best), Is.EqualTo((8L, new BestEvaluation("quality", 2, 2, Since: 3))));
    }

    [Test]
    public async Task A_figure_that_no_evaluation_measures_cannot_be_the_best()
    {
        using var trainee = new TinyTrainee();
        var recipe = TinyRun.Recipe with { Evaluation = TinyRun.Recipe.Evaluation with { Best = new() { Highest = "psnr_db" } } };

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Run, trainee, recipe));

        Assert.That(exception!.Message, Is.EqualTo("evaluation:best names 'psnr_db', which the evaluation does not measure; it measures step_seen."));
    }

    [Test]
    public async Task Failed_steps_are_counted_over_the_whole_run_and_how_many_end_it_is_the_recipes_choice()
    {
        var recipe = TinyRun.Recipe with { Optimizer = TinyRun.Recipe.Optimizer with { SkipLimit = 2 } };
        using var cancellation = new CancellationTokenSource();
        using (var first = Failing(step => step % 3 == 0))
            await TinyRun.RunAsync(Run, first, recipe, told => { if (told is StepTaken { Step: 5 }) cancellation.Cancel(); }, cancellation.Token);
        using (var second = Failing(step => step % 3 == 0))
            Assert.That((await TinyRun.RunAsync(Run, second, recipe)).FailedSteps, Is.EqualTo(4));
        using var third = Failing(step => step > 2);

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(Path.Combine(_root, "other"), third, recipe));

        Assert.That(exception!.Message, Does.StartWith("the last 2 steps up to step 5 failed"));

        static TinyTrainee Failing(Func<long, bool> when) => new() { LossFactor = step => when(step) ? double.NaN : 1 };
    }

    // Something begins at half of all steps.
    private static TinyTrainee Turning() => new() { TurnsOf = steps => [new("clips", steps / 2)] };

    private IEnumerable<string?> Checkpoints() =>
        Directory.GetDirectories(Path.Combine(Run, "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private List<JsonNode> Log() => [.. File.ReadLines(Path.Combine(Run, "log.jsonl")).Select(line => JsonNode.Parse(line)!)];
}
