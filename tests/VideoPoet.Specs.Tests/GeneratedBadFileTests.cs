using System.Text;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>Files that are made to cost much: each is refused with a place and for little memory.</summary>
public sealed class GeneratedBadFileTests
{
    private const long MostBytesAllocated = 200_000_000;

    private Folder _folder;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_of_100_megabytes_is_refused_by_its_size_and_not_read()
    {
        using (var file = File.Create(_folder["big.yaml"]))
            file.SetLength(100_000_000);

        Assert.That(Errors("big.yaml", mostBytesAllocated: 1_000_000), Is.EqualTo(
            ["big.yaml  the file has 100000000 bytes; a specification has at most 1048576."]));
    }

    [Test]
    public void A_billion_laughs_are_refused_at_the_alias_that_goes_too_far()
    {
        var text = new StringBuilder("lol0: &lol0 { ha: ha }\n");
        for (var level = 1; level < 40; level++)
            text.Append($"lol{level}: &lol{level} {{ a: *lol{level - 1}, b: *lol{level - 1} }}\n");
        _folder.Write("laughs.yaml", text.ToString());

        Assert.That(Errors("laughs.yaml"), Is.EqualTo(["laughs.yaml:11:20  the file has more than 4000 nodes, aliases expanded."]));
    }

    [Test]
    public void A_million_open_brackets_are_refused_at_the_depth_that_goes_too_far()
    {
        _folder.Write("deep.yaml", "deep: " + new string('[', 1_000_000));

        Assert.That(Errors("deep.yaml"), Is.EqualTo(["deep.yaml:1:38  maps and lists are nested deeper than 32 levels."]));
    }

    [Test]
    public void Includes_that_multiply_are_refused_at_the_file_that_is_one_too_many()
    {
        for (var level = 0; level < 12; level++)
            _folder.Write($"level{level}.yaml", $"include: [level{level + 1}.yaml, level{level + 1}.yaml]\n");
        _folder.Write("level12.yaml", Samples.Mixture);

        Assert.That(Errors("level0.yaml"), Is.EqualTo(
            ["level10.yaml:1:11  'level11.yaml' is one file too many: a specification reads at most 64 files."]));
    }

    [Test]
    public void A_mistake_in_every_line_is_told_for_the_first_fifty()
    {
        var tasks = string.Concat(Enumerable.Range(0, 500).Select(number => $"  text-to-vidoe-{number}: {{ data: clisp }}\n"));
        var data = string.Concat(Enumerable.Range(0, 200).Select(number => $"  clips-{number}: {{ shards: clips }}\n"));
        _folder.Write("many.yaml", $"tokenBudget: 1\ntasks:\n{tasks}data:\n{data}");

        var errors = Errors("many.yaml");

        Assert.That(errors, Has.Length.EqualTo(51));
        Assert.That(errors[^1], Does.EndWith("more than 50 mistakes; mend the others first."));
    }

    [Test]
    public void Long_names_that_are_all_unknown_and_all_alike_stay_cheap()
    {
        var numbers = Enumerable.Range(0, 300).ToList();
        var tasks = string.Concat(numbers.Select(number => $"  {number:D64}: {{ task: text-to-video, data: {number:D64} }}\n"));
        var data = string.Concat(numbers.Select(number => $"  {new string('d', 60)}{number:D4}: {{ shards: clips }}\n"));
        _folder.Write("alike.yaml", $"tokenBudget: 1\ntasks:\n{tasks}data:\n{data}");

        Assert.That(Errors("alike.yaml"), Has.Length.EqualTo(51));
    }

    [Test]
    public void A_key_and_a_value_of_unreasonable_length_are_refused()
    {
        _folder.Write("key.yaml", $"{new string('k', 65)}: 1\n{Samples.Mixture}");
        _folder.Write("value.yaml", $"tokenBudget: {new string('1', 1_001)}\n");

        Assert.That(Errors("key.yaml"), Is.EqualTo(["key.yaml:1:1  a key has at most 64 characters, found 65."]));
        Assert.That(Errors("value.yaml"), Is.EqualTo(["value.yaml:1:14  a value has at most 1000 characters, found 1001."]));
    }

    [Test]
    public void A_file_that_is_missing_and_a_folder_are_refused_by_name()
    {
        Directory.CreateDirectory(_folder["folder.yaml"]);

        Assert.That(Errors("nowhere.yaml"), Is.EqualTo([$"nowhere.yaml  there is no file 'nowhere.yaml'."]));
        Assert.That(Errors("folder.yaml"), Is.EqualTo([$"folder.yaml  'folder.yaml' is a folder; a YAML file is needed."]));
    }

    private string[] Errors(string file, long mostBytesAllocated = MostBytesAllocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = _folder.ErrorsOf(() => PaperTasks.Reader.ReadMixture(_folder[file]));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(mostBytesAllocated));
        return errors;
    }
}
