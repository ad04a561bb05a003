namespace VideoPoet.Launcher;

public sealed class VerbTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void CreateSandbox() => _sandbox = new();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void An_unknown_verb_is_answered_with_the_nearest_one()
    {
        var outcome = _sandbox.Run("taks");

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Is.EqualTo("videopoet: unknown verb 'taks'. Did you mean 'tasks'? ./videopoet help lists them all.\n"));
        Assert.That(_sandbox.Calls, Is.Empty);
    }

    [Test]
    public void Help_lists_the_launchers_and_the_hosts_verbs()
    {
        var outcome = _sandbox.Run("help");

        Assert.That(outcome.ExitCode, Is.Zero);
        foreach (var line in new[] { "setup ", "test [FILTER] ", "bench [NAME] ", "help [VERB] ", "tasks              list the tasks" })
            Assert.That(outcome.Output, Does.Contain("\n  " + line));
    }

    [Test]
    public void A_verb_is_found_before_more_verbs_than_a_pipe_holds()
    {
        var verbs = Enumerable.Range(1, 400).Select(verb => $"verb{verb}   {new string('x', 200)}");
        _sandbox.Write("hosts/Some.Host/verbs.txt", $"tasks   list the tasks\n{string.Join('\n', verbs)}\n");

        var outcome = _sandbox.Run("tasks");

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
    }

    [Test]
    public void A_host_that_is_not_in_the_tree_offers_no_verb()
    {
        Directory.Delete(Path.Combine(_sandbox.Root, "hosts"), recursive: true);

        Assert.That(_sandbox.Run("help").Output, Does.Not.Contain("tasks"));
        Assert.That(_sandbox.Run("tasks").ExitCode, Is.EqualTo(2));
    }

    [TestCase("setup")]
    [TestCase("test")]
    public void A_verb_of_the_launcher_explains_itself_with_an_example(string verb)
    {
        var outcome = _sandbox.Run(verb, "--help");

        Assert.That(outcome.ExitCode, Is.Zero);
        Assert.That(outcome.Output, Does.Contain($"example: ./videopoet {verb}"));
        Assert.That(_sandbox.Run("help", verb).Output, Is.EqualTo(outcome.Output));
        Assert.That(_sandbox.Calls, Is.Empty);
    }

    [TestCase("setup now", "setup takes no arguments, found 'now'")]
    [TestCase("test one two", "test takes at most one FILTER, found 'one two'")]
    [TestCase("test --quick", "test takes at most one FILTER, found '--quick'")]
    public void Arguments_that_a_verb_does_not_know_are_refused(string arguments, string message)
    {
        var outcome = _sandbox.Run(arguments.Split(' '));

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Is.EqualTo($"videopoet: {message}\n"));
    }

    [TestCase("TorchEngine", "tpu", "TorchEngine is 'tpu'; it must be system, cpu or cuda.")]
    [TestCase("OpenCvEngine", "none", "OpenCvEngine is 'none'; it must be system or nuget.")]
    public void An_engine_that_does_not_exist_is_refused(string property, string value, string message)
    {
        var outcome = _sandbox.RunWith(new() { [property] = value }, "tasks");

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Is.EqualTo($"videopoet: {message}\n"));
    }

    [Test]
    public void Without_a_verb_the_help_is_an_error()
    {
        var outcome = _sandbox.Run();

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Output, Is.Empty);
        Assert.That(outcome.Error, Does.Contain("usage: ./videopoet VERB"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void A_hosts_exit_code_is_the_launchers(int code) =>
        Assert.That(_sandbox.RunWith(new() { ["HOST_EXIT"] = $"{code}" }, "tasks").ExitCode, Is.EqualTo(code));
}
