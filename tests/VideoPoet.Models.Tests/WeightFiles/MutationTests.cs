using System.Diagnostics;
using System.Text;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class MutationTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("expected.safetensors", "lightning.safetensors")]
    [TestCase("state.pt", "lightning.pt")]
    [TestCase("lightning.pt", "expected.safetensors")]
    public void A_damaged_file_is_refused_or_read_whole(string name, string other)
    {
        var (original, spliced) = (File.ReadAllBytes(Samples.Reference(name)), File.ReadAllBytes(Samples.Reference(other)));
        ReadDamaged(name, "", original, spliced);
    }

    [Test]
    public void A_damaged_index_is_refused_or_its_shards_are_read_whole()
    {
        File.Copy(Samples.Reference("expected.safetensors"), _folder.File("one.safetensors"));
        File.Copy(Samples.Reference("state.pt"), _folder.File("two.bin"));
        using var one = WeightFile.Open(_folder.File("one.safetensors"));
        var map = string.Join(", ", one.Tensors.Keys.Select(tensor => $"\"{tensor}\": \"one.safetensors\""));
        var index = $$$"""{"metadata": {"total_size": 480}, "weight_map": {{{{map}}}, "whole": "two.bin"}}""";
        ReadDamaged("an index", ".json", Encoding.UTF8.GetBytes(index), File.ReadAllBytes(Samples.Reference("state.pt")));
    }

    private void ReadDamaged(string kind, string extension, byte[] original, byte[] spliced)
    {
        var random = new Random(1);
        var (refused, count, slowest) = (0, Mutation.Count(1_000), TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            // Of one name each: a mapping of the file before may still be alive.
            var path = _folder.Write($"{i}{extension}", Mutation.Of(original, spliced, random));
            var watch = Stopwatch.StartNew();
            refused += IsRead(path) ? 0 : 1;
            slowest = slowest > watch.Elapsed ? slowest : watch.Elapsed;
            File.Delete(path);
        }
        using var self = Process.GetCurrentProcess();
        TestContext.Out.WriteLine(
            $"{kind}: of {count} damaged files {refused} were refused and {count - refused} read; the slowest took {slowest.TotalSeconds:0.00} s; "
            + $"this process had {self.PeakWorkingSet64 >> 20} MiB at most");
        Assert.That(refused, Is.Positive);
    }

    // Whether a file could be read to its end; any exception but the one that is meant for broken files fails the test.
    private static bool IsRead(string path)
    {
        try
        {
            using var file = WeightFile.Open(path);
            foreach (var tensor in file.Tensors.Keys)
                using (var values = file.Read(tensor))
                using (var copy = values.clone())
                    Assert.That(copy.numel(), Is.EqualTo(file.Tensors[tensor].Elements));
            return true;
        }
        catch (WeightFileException e)
        {
            Assert.That(e.Message, Does.StartWith(path));
            return false;
        }
    }
}
