namespace VideoPoet.Launcher;

public sealed class SetUpTests
{
    private static readonly string[] BuildCalls = ["dotnet restore VideoPoet.Framework.sln", "dotnet build VideoPoet.Framework.sln"];

    private Sandbox _sandbox = null!;

    [SetUp]
    public void CreateSandbox() => _sandbox = new();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void The_first_verb_installs_packages_builds_and_then_runs_its_host()
    {
        var outcome = _sandbox.Run("tasks", "--json");

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Output, Does.StartWith("host: ").And.EndWith("artifacts/bin/Some.Host/release/Some.Host.dll tasks --json\n"));
        Assert.That(outcome.Error, Does.Match(@"solution: building +\d+\.\d s").And.Match(@"ready after \d+\.\d s"));
        Assert.That(_sandbox.Calls, Has.Some.Match("^apt-get .* install .* libtorch-dev"));
        Assert.That(_sandbox.Calls.Count(call => call == "cmake -S"), Is.EqualTo(2));
        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls));
    }

    [Test]
    public void A_second_verb_does_no_set_up_work()
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();

        var outcome = _sandbox.Run("tasks");

        Assert.That(outcome.Error, Is.Empty);
        Assert.That(_sandbox.Calls, Has.Length.EqualTo(1).And.All.StartWith("dotnet " + _sandbox.Root));
    }

    [TestCase("core/Some/Some.cs")]
    [TestCase("core/Some/Added.cs")]
    [TestCase("Directory.Build.props")]
    public void A_changed_or_added_file_is_built(string file)
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();
        _sandbox.Write(file, "class Changed;");

        _sandbox.Run("tasks");

        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls).And.None.StartWith("apt-get"));
    }

    [Test]
    public void A_deleted_file_is_noticed()
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();
        File.Delete(Path.Combine(_sandbox.Root, "core/Some/Some.cs"));

        _sandbox.Run("tasks");

        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls));
    }

    [Test]
    public void A_moved_clone_is_built_anew()
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();
        var elsewhere = _sandbox.Root + " moved";
        Directory.Move(_sandbox.Root, elsewhere);

        _sandbox.Start([], Path.Combine(elsewhere, "videopoet"), "tasks").Wait();

        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls));
    }

    [Test]
    public void A_longer_list_of_packages_installs_only_what_is_missing()
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();
        File.AppendAllText(Path.Combine(_sandbox.Root, "eng/debian-packages.txt"), "libnew-dev\n");

        _sandbox.Run("tasks");

        Assert.That(_sandbox.Calls, Has.Some.EndsWith(" install --no-install-recommends libnew-dev"));
    }

    [Test]
    public void Setup_itself_looks_at_everything_again()
    {
        _sandbox.Run("setup");
        _sandbox.ForgetCalls();

        var outcome = _sandbox.Run("setup");

        Assert.That(outcome.ExitCode, Is.Zero);
        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls).And.None.StartWith("apt-get"));
    }

    [Test]
    public void The_launcher_works_from_any_folder_through_a_link()
    {
        var link = Path.Combine(_sandbox.Programs, "vp");
        File.CreateSymbolicLink(link, _sandbox.Launcher);

        var outcome = _sandbox.Start([], link, "tasks").Result;

        Assert.That(outcome.Output, Does.Contain($"host: {_sandbox.Root}/artifacts/bin/"));
    }

    [Test]
    public void Packages_are_installed_with_sudo_by_who_is_not_root()
    {
        var outcome = _sandbox.RunWith(new() { ["USER_ID"] = "1000" }, "setup");

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(_sandbox.Calls, Has.Some.EqualTo("sudo env"));
    }

    [Test]
    public void A_source_of_packages_that_fails_does_not_keep_those_of_the_others_from_being_installed()
    {
        var outcome = _sandbox.RunWith(new() { ["APT_UPDATE_FAILS"] = "E: The repository 'x' does not have a Release file." }, "tasks");

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Error, Does.Contain("not every list of packages can be read: E: The repository 'x' does not have a Release file."));
        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls).And.Some.Match("^apt-get .* install "));
    }

    [Test]
    public void Who_may_not_write_into_an_installation_uses_it_whatever_else_Debian_has_installed_since()
    {
        _sandbox.Run("tasks");
        _sandbox.ForgetCalls();
        _sandbox.Write("artifacts/setup/packages-system-system", "the list of before\n");
        // Where a folder is, not even root writes a file.
        var setUpLock = Path.Combine(_sandbox.Root, "artifacts/setup/lock");
        File.Delete(setUpLock);
        Directory.CreateDirectory(setUpLock);

        var outcome = _sandbox.Run("tasks");

        Assert.That((outcome.ExitCode, outcome.Error), Is.EqualTo((0, "")));
        Assert.That(_sandbox.Calls, Has.Length.EqualTo(1).And.All.StartWith("dotnet " + _sandbox.Root));
    }

    [Test]
    public void The_SDK_works_in_the_clone_from_whatever_folder_it_is_started()
    {
        _sandbox.Run("test");

        // To restore, to build and to test two projects.
        Assert.That(_sandbox.Calls.Where(call => call.StartsWith("in ")), Is.EqualTo(Enumerable.Repeat($"in {_sandbox.Root}", 4)));
    }

    [Test]
    public void Other_engines_need_no_native_part_and_build_into_their_own_folder()
    {
        var outcome = _sandbox.RunWith(new() { ["TorchEngine"] = "cuda", ["OpenCvEngine"] = "nuget" }, "tasks");

        Assert.That(outcome.Output, Does.Contain("/artifacts-cuda-nuget/bin/Some.Host/"));
        Assert.That(_sandbox.Calls, Has.None.StartWith("cmake").And.None.Contains("libtorch-dev").And.None.Contains("libopencv"));
    }

    [Test]
    public void A_build_that_fails_shows_its_errors_and_is_tried_again()
    {
        var failed = _sandbox.RunWith(new() { ["BUILD_EXIT"] = "1", ["BUILD_SAYS"] = "Some.cs(1,1): error CS1002: ; expected" }, "tasks");
        _sandbox.ForgetCalls();
        _sandbox.Run("tasks");

        Assert.That(failed.ExitCode, Is.EqualTo(1));
        Assert.That(failed.Error, Does.Contain("Some.cs(1,1): error CS1002: ; expected"));
        Assert.That(failed.Complaint, Does.StartWith("videopoet: VideoPoet.Framework.sln does not build (log: ").And.EndWith("build.log)"));
        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls));
    }

    [Test]
    public void A_build_that_is_interrupted_is_done_again()
    {
        _sandbox.RunWith(new() { ["KILL_LAUNCHER"] = "1" }, "tasks");
        _sandbox.ForgetCalls();

        var outcome = _sandbox.Run("tasks");

        Assert.That(outcome.ExitCode, Is.Zero);
        Assert.That(_sandbox.Calls, Is.SupersetOf(BuildCalls));
    }

    [Test]
    public void Two_at_once_build_once()
    {
        var slow = new Dictionary<string, string> { ["BUILD_SECONDS"] = "0.5" };
        var runs = new[] { _sandbox.Start(slow, _sandbox.Launcher, "tasks"), _sandbox.Start(slow, _sandbox.Launcher, "tasks") };
        Task.WaitAll(runs);

        Assert.That(runs.Select(run => run.Result.ExitCode), Is.All.Zero);
        Assert.That(_sandbox.Calls.Count(call => call == BuildCalls[1]), Is.EqualTo(1));
    }

    [Test]
    public void What_a_build_leaves_running_does_not_keep_the_lock()
    {
        _sandbox.Run("tasks");

        Assert.That(_sandbox.Calls, Has.None.EqualTo("the build holds the lock"));
    }
}
