using VideoPoet.Models.WeightFiles;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class MutationTests
{
    [TestCase("expected.safetensors", "lightning.safetensors")]
    [TestCase("state.pt", "lightning.pt")]
    [TestCase("lightning.pt", "expected.safetensors")]
    public void A_damaged_file_is_refused_or_read_whole(string name, string other)
    {
        var (original, spliced) = (File.ReadAllBytes(Samples.Reference(name)), File.ReadAllBytes(Samples.Reference(other)));
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        var (refused, count) = (0, Mutation.Count(1_000));
        for (var i = 0; i < count; i++)
        {
            // Of one name each: a mapping of the file before may still be alive.
            var path = folder.Write($"{i}", Mutation.Of(original, spliced, random));
            try
            {
                using var file = WeightFile.Open(path);
                foreach (var tensor in file.Tensors.Keys)
                    using (var values = file.Read(tensor))
                    using (var copy = values.clone())
                        Assert.That(copy.numel(), Is.EqualTo(file.Tensors[tensor].Elements));
            }
            catch (WeightFileException e)
            {
                Assert.That(e.Message, Does.StartWith(path));
                refused++;
            }
            File.Delete(path);
        }
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        TestContext.Out.WriteLine(
            $"{name}: of {count} damaged files {refused} were refused; this process had {self.PeakWorkingSet64 >> 20} MiB at most");
    }
}
