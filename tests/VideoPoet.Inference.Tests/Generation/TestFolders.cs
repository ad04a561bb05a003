namespace VideoPoet.Inference.Tests.Generation;

/// <summary>Folders that are deleted when all tests are done.</summary>
[SetUpFixture]
public sealed class TestFolders
{
    private static readonly string s_root = Path.Join(Path.GetTempPath(), $"videopoet-inference-{Guid.NewGuid():N}");

    /// <summary>A new, empty folder.</summary>
    public static string New() => Directory.CreateDirectory(Path.Join(s_root, Guid.NewGuid().ToString("N"))).FullName;

    [OneTimeTearDown]
    public void Delete()
    {
        if (Directory.Exists(s_root))
            Directory.Delete(s_root, recursive: true);
    }
}
