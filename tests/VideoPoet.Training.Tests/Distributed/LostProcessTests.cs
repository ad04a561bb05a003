using VideoPoet.Training.Distributed;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Distributed;

/// <summary>A process that is killed ends the run of the others with a message and a checkpoint. This process is one of two.</summary>
public sealed class LostProcessTests
{
    private const int Long = 1_000_000;

    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("lost ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Two_processes_learn_what_one_learns()
    {
        var port = SharedRun.FreePort();
        using var peer = SharedRun.Start(1, port, "unused");
        using var group = SharedRun.Join(0, port);
        var parallel = new DataParallel(group);
        using var trainee = new SharedTrainee(parallel);
        await SharedRun.RunAsync(group, trainee, parallel, In("pair"));
        using var alone = await SharedRun.RunAloneAsync(In("alone"));

        Assert.That(trainee.Losses, Is.EqualTo(alone.Losses).Within(1e-5));
        Assert.That(await peer.StandardOutput.ReadToEndAsync(), Is.EqualTo("ended after step 30\n"));
        group.Dispose();
        Assert.That(peer.WaitForExit(10_000) && peer.ExitCode == 0);
    }

    // With the optimiser's state shared, the last checkpoint counts; else the last step.
    [Test]
    public async Task When_a_follower_is_killed_rank_0_saves_says_so_and_fails([Values] bool sharded)
    {
        var port = SharedRun.FreePort();
        using var leader = SharedRun.Start(0, port, In("run"), sharded, Long);
        using var follower = SharedRun.Start(1, port, "unused", sharded, Long);
        while (await leader.StandardOutput.ReadLineAsync() != "6")
        {
        }
        follower.Kill();
        var message = (await leader.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30))).Split('\n')[^2];
        await leader.WaitForExitAsync();

        Assert.That(leader.ExitCode, Is.EqualTo(SharedRun.Failed));
        Assert.That(message, Does.Match(@"^in step \d+, rank 1 ").And.Contain("when all processes are started again"));
        using var again = RunFolder.Open(In("run"), RunConfiguration.Of(SharedRun.Recipe));
        Assert.That(again.Step, sharded ? Is.Positive.And.Matches<long>(step => step % 4 == 0) : Is.GreaterThanOrEqualTo(6));
        Assert.That(message, Does.Contain(sharded ? "its last checkpoint" : $"goes on from step {again.Step} "));
        Assert.That(again.Messages, Has.None.Contains("damaged"));
    }

    [Test]
    public async Task When_rank_0_is_killed_the_others_end_with_a_message_and_its_checkpoint_is_intact()
    {
        var port = SharedRun.FreePort();
        using var leader = SharedRun.Start(0, port, In("run"), steps: Long);
        using var group = SharedRun.Join(1, port);
        var parallel = new DataParallel(group);
        using var trainee = new SharedTrainee(parallel, seed: 4);
        var run = SharedRun.RunAsync(group, trainee, parallel, "unused", SharedRun.Recipe with { Steps = Long });
        while (await leader.StandardOutput.ReadLineAsync() != "9")
        {
        }
        leader.Kill();
        var exception = await Assert.ThrowsAsync<TrainingException>(() => run.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.That(exception!.Message, Does.StartWith("rank 0 ").And.Contain("from its last checkpoint"));
        await leader.WaitForExitAsync();
        using var again = RunFolder.Open(In("run"), RunConfiguration.Of(SharedRun.Recipe));
        Assert.That(again.Step, Is.GreaterThanOrEqualTo(8));
        Assert.That(again.Messages, Has.None.Contains("damaged"));
    }

    private string In(string name) => Path.Combine(_root, name);
}
