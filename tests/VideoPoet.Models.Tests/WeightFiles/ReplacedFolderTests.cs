using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>A folder is replaced as a whole, or not at all.</summary>
public sealed class ReplacedFolderTests
{
    private string _root = "";

    private string Place => Path.Combine(_root, "model");

    [SetUp]
    public void MakeFolder()
    {
        _root = Directory.CreateTempSubdirectory("replaced-").FullName;
        ReplacedFolder.Write(Place, beside => File.WriteAllText(Path.Combine(beside, "old.txt"), "old"));
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void The_new_folder_takes_the_place_of_the_old_one()
    {
        ReplacedFolder.Write(Place, beside => File.WriteAllText(Path.Combine(beside, "new.txt"), "new"));

        Assert.That(Files(), Is.EqualTo(new[] { "model/new.txt" }));
    }

    [Test]
    public void A_filling_that_fails_leaves_the_old_folder_and_nothing_else()
    {
        Assert.That(() => ReplacedFolder.Write(Place, _ => throw new FormatException("no weights")), Throws.InstanceOf<FormatException>());

        Assert.That(Files(), Is.EqualTo(new[] { "model/old.txt" }));
    }

    [Test]
    public void A_new_folder_that_cannot_be_moved_in_brings_the_old_one_back()
    {
        Assert.That(() => ReplacedFolder.Write(Place, beside => Directory.Delete(beside)), Throws.InstanceOf<IOException>());

        Assert.That(Files(), Is.EqualTo(new[] { "model/old.txt" }));
    }

    [Test]
    public void What_was_set_aside_by_a_process_that_was_ended_is_there_again_unless_its_successor_is()
    {
        Directory.Move(Place, $"{Place}.replaced");
        Directory.CreateDirectory(Path.Combine(_root, "other"));
        Directory.CreateDirectory(Path.Combine(_root, "other.replaced"));
        Assert.That(ReplacedFolder.IsSuperseded($"{Place}.replaced"), Is.False);
        Assert.That(ReplacedFolder.IsSuperseded(Path.Combine(_root, "other.replaced")), Is.True);

        ReplacedFolder.BringBackIn(_root);

        Assert.That(Files(), Is.EqualTo(new[] { "model/old.txt" }));
        Assert.That(Directory.GetDirectories(_root).Select(Path.GetFileName), Is.EquivalentTo(new[] { "model", "other" }));
    }

    [Test]
    public void What_a_process_that_was_ended_was_writing_is_deleted_and_nothing_else()
    {
        File.WriteAllText(Path.Combine(_root, "part.txt"), "");
        File.WriteAllText(Path.Combine(_root, "weights.safetensors.0123456789abcdef.part"), "");
        Directory.CreateDirectory(Path.Combine(_root, "model.0123456789abcdef.part"));

        ReplacedFile.DeleteLeftovers(_root, "model");
        Assert.That(Files(), Is.EqualTo(new[] { "model/old.txt", "part.txt", "weights.safetensors.0123456789abcdef.part" }));
        ReplacedFile.DeleteLeftovers(_root);

        Assert.That(Files(), Is.EqualTo(new[] { "model/old.txt", "part.txt" }));
        Assert.That(Directory.GetDirectories(_root), Has.Length.EqualTo(1));
    }

    private string[] Files() => [.. Directory.GetFiles(_root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_root, file)).Order(StringComparer.Ordinal)];
}
