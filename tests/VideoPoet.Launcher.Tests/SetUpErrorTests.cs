namespace VideoPoet.Launcher;

public sealed class SetUpErrorTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void CreateSandbox() => _sandbox = new();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void Without_the_SDK_the_message_says_where_to_get_it()
    {
        _sandbox.Remove("dotnet");
        Expect("the .NET SDK 10 is missing: no 'dotnet' in PATH");
    }

    [Test]
    public void An_older_SDK_is_refused() => Expect("has no SDK of version 10 or newer", ("SDK", "9.0.100"));

    [Test]
    public void Without_apt_the_packages_are_named()
    {
        _sandbox.Remove("apt-get");
        Expect("this system has no apt-get, so the set-up cannot install packages; it is made for Debian 12 and needs: cmake ffmpeg g++ ");
    }

    [Test]
    public void Who_is_neither_root_nor_has_sudo_is_told_so()
    {
        _sandbox.Remove("sudo");
        Expect("no permission to install packages: you are not root and there is no sudo; needed: ", ("USER_ID", "1000"));
    }

    [Test]
    public void Who_may_not_use_sudo_is_told_so() =>
        Expect("no permission to install packages: sudo refused; needed: ", ("USER_ID", "1000"), ("SUDO_EXIT", "1"));

    [Test]
    public void Without_network_Debians_servers_are_named() =>
        Expect("no network: Debian's package servers cannot be reached", ("APT_SAYS", "E: Failed to fetch x  Temporary failure resolving 'x'"));

    [Test]
    public void Without_network_a_missing_package_is_not_blamed_on_the_distribution() =>
        Expect(
            "no network: Debian's package servers cannot be reached",
            ("APT_UPDATE_WARNS", "W: Failed to fetch x  Temporary failure resolving 'x'"),
            ("APT_SAYS", "E: Unable to locate package libtorch-dev"));

    [Test]
    public void A_package_that_the_distribution_lacks_is_named() =>
        Expect(
            "this distribution does not offer: libtorch-dev; the set-up is made for Debian 12",
            ("APT_SAYS", "E: Unable to locate package libtorch-dev"));

    [Test]
    public void A_package_that_a_server_no_longer_has_is_not_blamed_on_the_network() =>
        Expect("apt-get failed: E: Failed to fetch x  404  Not Found", ("APT_SAYS", "E: Failed to fetch x  404  Not Found"));

    [Test]
    public void Any_other_failure_of_apt_is_quoted() =>
        Expect("apt-get failed: E: dpkg was interrupted", ("APT_SAYS", "E: dpkg was interrupted"));

    [Test]
    public void Without_network_the_NET_packages_are_named() =>
        Expect(
            "no network: the .NET package source cannot be reached",
            ("RESTORE_EXIT", "1"),
            ("RESTORE_SAYS", "a.csproj : error NU1301: no such host"));

    [Test]
    public void A_folder_that_cannot_be_written_is_named()
    {
        _sandbox.Write("artifacts", "a file where the folder should be");
        Expect($"cannot write to {_sandbox.Root}/artifacts/setup");
    }

    private void Expect(string message, params (string Name, string Value)[] environment)
    {
        var outcome = _sandbox.RunWith(environment.ToDictionary(pair => pair.Name, pair => pair.Value), "tasks");
        Assert.That(outcome.ExitCode, Is.EqualTo(2), outcome.Error);
        Assert.That(outcome.Complaint, Does.StartWith("videopoet: ").And.Contains(message));
        Assert.That(outcome.Output, Is.Empty);
    }
}
