namespace VideoPoet.Launcher;

public sealed class TestVerbTests
{
    private const string AllPassed = "total='3' passed='3' failed='0' error='0' timeout='0' aborted='0'";
    private const string OneOfEach = "total='3' passed='1' failed='1' error='0' timeout='0' aborted='0'";
    private const string Nothing = "total='0' passed='0' failed='0' error='0' timeout='0' aborted='0'";

    private Sandbox _sandbox = null!;

    [SetUp]
    public void CreateSandbox() => _sandbox = new();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void The_last_line_sums_all_projects()
    {
        var outcome = Run(AllPassed, AllPassed);

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Output, Does.EndWith("6 passed, 0 failed, 0 skipped\n"));
        Assert.That(
            _sandbox.Calls.Where(call => call.StartsWith("dotnet vstest")),
            Is.EqualTo(new[] { "dotnet vstest Other.Tests.dll", "dotnet vstest Some.Tests.dll" }));
    }

    [Test]
    public void One_failed_test_fails_the_run()
    {
        var outcome = Run(AllPassed, OneOfEach);

        Assert.That(outcome.ExitCode, Is.EqualTo(1));
        Assert.That(outcome.Output, Does.EndWith("4 passed, 1 failed, 1 skipped\n"));
    }

    [Test]
    public void A_test_process_that_ends_badly_counts_as_a_failure()
    {
        var outcome = Run(AllPassed, null, ("TEST_EXIT", "134"));

        Assert.That(outcome.ExitCode, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain("Some.Tests ended before its tests did (exit code 134)"));
        Assert.That(outcome.Output, Does.EndWith("3 passed, 2 failed, 0 skipped\n"));
    }

    [Test]
    public void A_run_without_tests_fails()
    {
        var outcome = Run(Nothing, Nothing, filter: "nope");

        Assert.That(outcome.ExitCode, Is.EqualTo(1));
        Assert.That(outcome.Output, Does.EndWith("0 passed, 0 failed, 0 skipped\n"));
        Assert.That(outcome.Complaint, Is.EqualTo("videopoet: no test ran: no test has 'nope' in its full name"));
    }

    [TestCase("Core.Tests", "Core[.]Tests")]
    [TestCase("With(2,\"a b\")", "With[(]2,\"a b\"[)]")]
    [TestCase("it's", @"it\'s")]
    [TestCase(@"a\^[b]{1}", @"a\\\\\\^[[]b][{]1}")]
    public void A_filter_is_a_part_of_the_name_whatever_its_characters(string filter, string pattern)
    {
        Run(AllPassed, AllPassed, filter: filter);

        Assert.That(_sandbox.Calls, Has.Some.EqualTo($"NUnit.Where=test =~ '{pattern}'"));
    }

    private Outcome Run(string other, string? some, params (string Name, string Value)[] environment) => Run(other, some, null, environment);

    private Outcome Run(string other, string? some, string? filter, params (string Name, string Value)[] environment)
    {
        var variables = environment.ToDictionary(pair => pair.Name, pair => pair.Value);
        variables["COUNTERS_Other_Tests"] = other;
        if (some is not null)
            variables["COUNTERS_Some_Tests"] = some;
        return _sandbox.RunWith(variables, filter is null ? ["test"] : ["test", filter]);
    }
}
