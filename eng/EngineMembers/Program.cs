using EngineMembers;

try
{
    MemberList.Current().WriteTo(MemberList.CommittedFile);
    Console.Error.WriteLine($"wrote {RepositoryTree.Relative(MemberList.CommittedFile)}");
    return 0;
}
catch (StaleBuildException stale)
{
    Console.Error.WriteLine(stale.Message);
    return 1;
}
