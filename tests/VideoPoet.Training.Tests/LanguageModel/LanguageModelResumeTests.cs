using VideoPoet.Core;
using VideoPoet.Specs;
using VideoPoet.Training.LanguageModels;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>A language model's run that is interrupted ends with the weights, and has learned from the samples, of one that is not.</summary>
public sealed class LanguageModelResumeTests
{
    private const int MillisecondsOfAStep = 40; // with its checkpoint

    private string _root;

    [SetUp]
    public void MakeData()
    {
        _root = Directory.CreateTempSubdirectory("run ").FullName;
        TinyLanguage.WriteData(TinyLanguage.Recipe, In("data"));
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_run_that_is_cancelled_at_any_step_gives_the_same_bits_and_takes_the_same_samples_in_the_same_order()
    {
        var expected = await UninterruptedAsync(TinyLanguage.Recipe);
        for (var at = 1; at < TinyLanguage.Recipe.Steps; at += 2)
        {
            using var cancellation = new CancellationTokenSource();
            using (var first = Open())
            {
                var stopped = await TinyLanguage.RunAsync(In($"run-{at}"), first.Trainee, TinyLanguage.Recipe, told =>
                {
                    if (told is StepTaken taken && taken.Step == at)
                        cancellation.Cancel();
                }, cancellation.Token);
                Assert.That((stopped.Step, stopped.IsComplete), Is.EqualTo(((long)at, false)));
            }
            using var second = Open();
            await TinyLanguage.RunAsync(In($"run-{at}"), second.Trainee, TinyLanguage.Recipe);

            Assert.That(TinyLanguage.Fingerprint(second.Trainee), Is.EqualTo(expected), $"cancelled after step {at}");
            Assert.That(TinyLanguage.SamplesIn(In($"run-{at}")), Is.EqualTo(TinyLanguage.SamplesIn(In("whole"))));
        }
    }

    [Test]
    public async Task A_process_that_is_killed_again_and_again_also_while_it_saves_gives_the_same_bits_and_samples()
    {
        var expected = await UninterruptedAsync(SecondProcess.LanguageRecipe);

        var (killed, _) = await SecondProcess.EndAfterKillsAsync(kills: 3, steps: 5, delay: MillisecondsOfAStep, In("run"), In("data"));

        Assert.That(killed, Is.Positive);
        CheckEnded("run", expected);
    }

    [Test, Explicit("takes minutes")]
    public async Task Twenty_runs_that_are_killed_at_random_moments_also_while_they_save_give_the_same_bits_and_samples()
    {
        var expected = await UninterruptedAsync(SecondProcess.LanguageRecipe);
        var whileSaving = 0;
        for (var run = 0; run < 20; run++)
        {
            // The last steps are left, so that no run ends before its kill.
            var (killed, saving) = await SecondProcess.EndAfterKillsAsync(
                kills: 1, steps: 16, delay: MillisecondsOfAStep, In($"run-{run}"), In("data"), seed: run);
            Assert.That(killed, Is.EqualTo(1), $"run {run}");
            CheckEnded($"run-{run}", expected);
            whileSaving += saving;
        }
        TestContext.Out.WriteLine($"{whileSaving} of 20 kills came while a checkpoint was written");
        Assert.That(whileSaving, Is.Positive);
    }

    [Test]
    public async Task A_run_is_not_gone_on_with_another_vocabulary_and_the_message_names_every_difference()
    {
        await UninterruptedAsync(TinyLanguage.Recipe);
        var tokenizer = TinyLanguage.Model.VideoTokenizer with { Bits = 5 };
        var other = TinyLanguage.Recipe with { Model = TinyLanguage.Model with { VideoTokenizer = tokenizer } };
        TinyLanguage.WriteData(other, In("other-data"));
        using var opened = TinyLanguage.Open(other, In("other-data"));

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyLanguage.RunAsync(In("whole"), opened.Trainee, other));

        Assert.That(exception!.Message, Does.Contain("model:videoTokenizer:bits was 4, is 5").And.Contains("vocabulary:visualCodes was 16, is 32"));
        Assert.That(exception.Message, Does.Contain("layouts:text-to-image").And.Contains("tokens:data was"));
    }

    [Test]
    public async Task A_run_is_not_gone_on_with_tokens_of_a_view_that_brings_other_weights()
    {
        async Task Run(string weights)
        {
            TinyLanguage.WriteData(TinyLanguage.Recipe, In(weights), views: new Dictionary<string, string> { ["flow-depth"] = weights });
            using var opened = TinyLanguage.Open(TinyLanguage.Recipe, In(weights));
            await TinyLanguage.RunAsync(In("run"), opened.Trainee, TinyLanguage.Recipe);
        }
        await Run("first");

        var exception = await Assert.ThrowsAsync<TrainingException>(() => Run("other"));

        Assert.That(exception!.Message, Does.Contain("tokens:view flow-depth was first, is other"));
    }

    [Test]
    public async Task A_task_that_is_installed_later_shifts_no_token_and_stops_no_run()
    {
        var recipe = TinyLanguage.Recipe with { Steps = 12 };
        await UninterruptedAsync(recipe with { Steps = 10 });
        // Before the others in the alphabet, so that it would take their ids.
        var catalog = TinyLanguage.With(new RegisteredTask("a-new-task", new TaskOfItsOwn("a-new-token")));
        var tokens = RunTokens.Of(RunFolder.ConfigurationOf(In("whole")));
        using var opened = TinyLanguage.Open(recipe, In("data"), catalog, tokens);

        var result = await TinyLanguage.RunAsync(In("whole"), opened.Trainee, recipe);

        Assert.That(result.Step, Is.EqualTo(12));
        Assert.That(opened.Trainee.Model.Vocabulary.Tokens.Entries.Keys, Does.Contain("task:a-new-token"));
    }

    private void CheckEnded(string run, string expected)
    {
        using var ended = Open();
        CheckpointState.Read(Path.Combine(In(run), "checkpoints", "step-000000020"), ended.Trainee.Parts);
        Assert.That(TinyLanguage.Fingerprint(ended.Trainee), Is.EqualTo(expected), run);
        Assert.That(TinyLanguage.SamplesIn(In(run)), Is.EqualTo(TinyLanguage.SamplesIn(In("whole"))), run);
    }

    private async Task<string> UninterruptedAsync(LanguageModelRecipeSpec recipe)
    {
        using var opened = TinyLanguage.Open(recipe, In("data"));
        await TinyLanguage.RunAsync(In("whole"), opened.Trainee, recipe);
        return TinyLanguage.Fingerprint(opened.Trainee);
    }

    private OpenedLanguage Open() => TinyLanguage.Open(TinyLanguage.Recipe, In("data"));

    private string In(string name) => Path.Combine(_root, name);
}
