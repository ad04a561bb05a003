namespace VideoPoet.Architecture;

public sealed class EngineMemberTests
{
    private const string ApiFolderVariable = "VIDEOPOET_ENGINE_API";

    [Test]
    public void The_committed_list_of_engine_members_is_current()
    {
        var current = CurrentList().Lines.ToList();
        var committed = File.Exists(MemberList.CommittedFile) ? File.ReadAllLines(MemberList.CommittedFile) : [];
        var difference = current.Except(committed).Select(line => "missing:  " + line)
            .Concat(committed.Except(current).Select(line => "not used: " + line));
        Assert.That(difference, Is.Empty, "Write it anew with: dotnet run --project eng/EngineMembers -c Release");
        Assert.That(committed, Is.EqualTo(current), "The lines are not in order.");
    }

    [TestCase("TorchSharp")]
    [TestCase("OpenCvSharp")]
    public void Every_member_in_use_is_part_of_the_real_package(string assembly)
    {
        var folder = Environment.GetEnvironmentVariable(ApiFolderVariable) ?? Path.Combine(RepositoryTree.Root, "..", "shared", "spec", "api");
        var file = Path.Combine(folder, assembly + ".txt");
        if (!File.Exists(file))
            Assert.Ignore($"{Path.GetFullPath(file)}, the real package's public API, is not there; {ApiFolderVariable} names its folder.");
        Assert.That(CurrentList().LinesOf(assembly).Except(File.ReadLines(file)), Is.Empty);
    }

    private static MemberList CurrentList()
    {
        var artifacts = Path.Combine(RepositoryTree.Root, "artifacts") + Path.DirectorySeparatorChar;
        if (!AppContext.BaseDirectory.StartsWith(artifacts, StringComparison.Ordinal))
            Assert.Ignore("The list describes the default engines, and this was built with others.");
        return MemberList.Current();
    }
}
