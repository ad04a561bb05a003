using VideoPoet.Torch;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>Several processes train a language model as one does, and tell as much of it. Threads stand for processes here.</summary>
public sealed class SharedLanguageTests
{
    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("shared ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task All_losses_of_two_processes_are_those_of_one_by_task_modality_and_place_as_well()
    {
        TinyLanguage.WriteData(TinyLanguage.Recipe, In("data"));
        using (var alone = TinyLanguage.Open(TinyLanguage.Recipe, In("data")))
            await TinyLanguage.RunAsync(In("alone"), alone.Trainee, TinyLanguage.Recipe);

        var groups = await SharedRun.PairAsync();
        var parallel = groups.Select(group => new DataParallel(group)).ToArray();
        var opened = parallel.Select(process => TinyLanguage.Open(TinyLanguage.Recipe, In("data"), parallel: process)).ToArray();
        await Task.WhenAll(parallel.Zip(opened, (process, pair) => Task.Run(() =>
        {
            var configuration = RunConfiguration.Of(TinyLanguage.Recipe, pair.Trainee.Facts);
            return DataParallelRun.RunAsync(
                process, pair.Trainee, RunPlan.Of(TinyLanguage.Recipe), configuration, () => RunFolder.Open(In("pair"), configuration));
        })));

        var (expected, found) = (LossesIn("alone"), LossesIn("pair"));
        Assert.That(found.Keys, Is.EqualTo(expected.Keys));
        Assert.That(expected.Keys, Has.Some.Contains("loss/video-to-audio").And.Some.Contains("loss_modality/audio"));
        // Sums over rows are added in another order: a few last bits of single precision, which steps carry on.
        Assert.That(found.Values, Is.EqualTo(expected.Values).Within(1e-5));

        foreach (var pair in opened)
            pair.Dispose();
        foreach (var group in groups.Reverse())
            group.Dispose();
    }

    [Test]
    public void A_step_in_which_another_process_is_lost_wherever_that_is_changes_nothing()
    {
        TinyLanguage.WriteData(TinyLanguage.Recipe, In("data"));
        var lostAt = 0;
        while (IsLost(lostAt))
            lostAt++;

        Assert.That(lostAt, Is.GreaterThan(4), "the losses of two batches, gradients and their flags, the norm, and the losses by task are added up");

        // Takes a step whose collectives fail from one on, if it has so many.
        bool IsLost(int from)
        {
            using var group = new LosingGroup(from);
            using var opened = TinyLanguage.Open(TinyLanguage.Recipe, In("data"), parallel: new(group, new() { ShardsOptimizer = false }));
            var before = TinyLanguage.Fingerprint(opened.Trainee);
            try
            {
                opened.Trainee.Step(new(0, TinyLanguage.Recipe.Steps, TinyLanguage.Recipe.Seed));
                Assert.That(TinyLanguage.Fingerprint(opened.Trainee), Is.Not.EqualTo(before));
                return false;
            }
            catch (LostPeerException)
            {
                Assert.That(TinyLanguage.Fingerprint(opened.Trainee), Is.EqualTo(before), $"lost at collective {from}");
                return true;
            }
        }
    }

    // By step and name.
    private OrderedDictionary<string, double> LossesIn(string run) => new(
        from step in TinyLanguage.StepsIn(In(run))
        from figure in step
        where figure.Key.StartsWith("loss", StringComparison.Ordinal)
        select KeyValuePair.Create($"{step["step"]} {figure.Key}", (double)figure.Value!));

    private string In(string name) => Path.Combine(_root, name);
}
