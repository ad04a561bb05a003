using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class MutationTests
{
    private const int Mutations = 1000;

    [TestCase("expected.safetensors")]
    [TestCase("state.pt")]
    [TestCase("lightning.pt")]
    public void A_damaged_file_is_refused_or_read_whole(string name)
    {
        var original = File.ReadAllBytes(Samples.Reference(name));
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        for (var i = 0; i < Mutations; i++)
        {
            var path = folder.Write(name, Mutate(original, random));
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
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        switch (random.Next(4))
        {
            case 0: // cut
                return bytes[..random.Next(bytes.Length)];
            case 1: // splice
                return [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            case 2: // a number in the structures becomes an extreme one
                bytes.AsSpan(random.Next(bytes.Length - 8), random.Next(1, 9)).Fill(random.Next(2) == 0 ? (byte)0xff : (byte)0x7f);
                return bytes;
            default:
                for (var flips = random.Next(1, 5); flips > 0; flips--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }
}
