using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>
/// Every file in <c>Bad</c> is wrong in its own way; beside it stand the mistakes that reading it must report, and no others. Files in
/// <c>Bad/parts</c> are included by them.
/// </summary>
public sealed class BadFileTests
{
    private const long MostBytesAllocated = 200_000_000;

    private static readonly string Bad = Path.Combine(AppContext.BaseDirectory, "Bad");

    private static IEnumerable<string> Names() => NamesOf("*.yaml");

    [TestCaseSource(nameof(Names))]
    public void A_bad_file_gives_all_its_mistakes_with_their_places(string name)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<SpecException>(() => Read(Path.Combine(Bad, name + ".yaml")));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var root = Path.GetDirectoryName(Bad) + Path.DirectorySeparatorChar;
        var found = exception!.Errors.Select(error => error.ToString().Replace(root, ""));
        Assert.That(string.Join('\n', found), Is.EqualTo(File.ReadAllText(Path.Combine(Bad, name + ".errors")).TrimEnd()));
        Assert.That(allocated, Is.LessThan(MostBytesAllocated));
    }

    [Test]
    public void Every_list_of_mistakes_belongs_to_a_file() => Assert.That(NamesOf("*.errors"), Is.EqualTo(Names()));

    private static IEnumerable<string> NamesOf(string pattern) =>
        Directory.EnumerateFiles(Bad, pattern).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static void Read(string file)
    {
        switch (Path.GetFileName(file).Split('-')[0])
        {
            case "model":
                SpecReader.ReadModel(file);
                break;
            case "chain":
                PaperTasks.Reader.ReadChain(file);
                break;
            case "recipe":
                PaperTasks.Reader.ReadRecipe(file);
                break;
            default:
                PaperTasks.Reader.ReadMixture(file);
                break;
        }
    }
}
