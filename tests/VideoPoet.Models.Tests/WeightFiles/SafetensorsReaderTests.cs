using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class SafetensorsReaderTests
{
    // From which on a tensor is mapped.
    private const int Mapped = 1 << 20;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Every_type_and_shape_is_read_to_the_bit()
    {
        using var file = WeightFile.Open(Samples.Reference("expected.safetensors"));
        Samples.AssertEqual(file, SafetensorsFile.Open(Samples.Reference("expected.safetensors")));
    }

    [Test]
    public void Texts_beside_the_tensors_are_read()
    {
        using var file = Open("""{"__metadata__":{"format":"pt","step":"12"},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 2);
        Assert.That(file.Metadata, Is.EquivalentTo(new Dictionary<string, string> { ["format"] = "pt", ["step"] = "12" }));
    }

    [Test]
    public void The_order_of_the_header_is_kept_even_if_the_data_have_another()
    {
        using var file = Open(
            """{"z":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 2);
        using var z = file.Read("z");
        Assert.That(file.Tensors.Keys, Is.EqualTo(new[] { "z", "a" }));
        Assert.That(z.item<byte>(), Is.EqualTo(1));
    }

    [Test]
    public void Elements_at_odd_places_are_read()
    {
        using var file = Open("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"I32","shape":[],"data_offsets":[1,5]}}""", 5);
        using var b = file.Read("b");
        Assert.That(b.item<int>(), Is.EqualTo(0x04030201));
    }

    [Test]
    public void A_file_without_tensors_is_read()
    {
        using var file = Open("{}", 0);
        Assert.That(file.Tensors, Is.Empty);
    }

    [TestCase(4), TestCase(Mapped)]
    public void What_is_written_to_a_tensor_does_not_reach_the_file_or_another_reading(int bytes)
    {
        using var file = Bytes(bytes);
        using var a = file.Read("a");
        a.fill_(9);
        using var again = file.Read("a");
        Assert.That(a.bytes[..4].ToArray(), Is.EqualTo(new byte[] { 9, 9, 9, 9 }));
        Assert.That(again.bytes[..4].ToArray(), Is.EqualTo(new byte[] { 0, 1, 2, 3 }));
        Assert.That(File.ReadAllBytes(file.Path)[^bytes..][..4], Is.EqualTo(new byte[] { 0, 1, 2, 3 }));
    }

    [TestCase(4), TestCase(Mapped)]
    public void A_tensor_outlives_its_file(int bytes)
    {
        var file = Bytes(bytes);
        using var a = file.Read("a");
        file.Dispose();
        File.Delete(file.Path);
        Assert.That(a.bytes[..4].ToArray(), Is.EqualTo(new byte[] { 0, 1, 2, 3 }));
    }

    [TestCase(Mapped - 1, 0), TestCase(Mapped, 1)]
    public void A_large_tensor_is_mapped_and_gives_its_mapping_back_and_a_small_one_is_copied(int bytes, int mappings)
    {
        using var file = Bytes(bytes);
        using (file.Read("a"))
            Assert.That(Mappings(file.Path), Is.EqualTo(mappings));
        Assert.That(Mappings(file.Path), Is.Zero);
    }

    [TestCase(4), TestCase(Mapped)]
    public void A_file_that_is_shortened_before_a_tensor_is_read_is_refused_rather_than_fatal(int bytes)
    {
        using var file = Bytes(bytes);
        // Not by .NET, which keeps to the lock below; the system itself keeps nobody away.
        using (var truncate = System.Diagnostics.Process.Start("truncate", ["--size=-1", file.Path]))
            truncate.WaitForExit();
        Assert.That(() => file.Read("a"), Throws.TypeOf<WeightFileException>().With.Message.StartsWith($"{file.Path}: it was shortened"));
    }

    [Test]
    public void A_copy_does_not_notice_that_its_file_is_shortened()
    {
        using var file = Bytes(4);
        using var a = file.Read("a");
        using (var truncate = System.Diagnostics.Process.Start("truncate", ["--size=0", file.Path]))
            truncate.WaitForExit();
        Assert.That(a.bytes.ToArray(), Is.EqualTo(new byte[] { 0, 1, 2, 3 }));
    }

    [Test]
    public void Nobody_in_DotNet_writes_to_a_file_that_is_open()
    {
        using var file = Bytes(4);
        Assert.That(() => File.OpenWrite(file.Path), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void A_pipe_is_refused_instead_of_waited_for()
    {
        using (var make = System.Diagnostics.Process.Start("mkfifo", [_folder.File("pipe")]))
            make.WaitForExit();
        Assert.That(() => WeightFile.Open(_folder.File("pipe")), Throws.TypeOf<WeightFileException>().With.Message.EndsWith("it is empty."));
    }

    [Test]
    public void A_file_beyond_32_bits_is_read_at_its_far_end()
    {
        const long Bytes = 6L << 30;
        var path = _folder.Write("large.safetensors", Samples.Safetensors(
            $$$"""{"a":{"dtype":"BF16","shape":[2,{{{Bytes / 4}}}],"data_offsets":[0,{{{Bytes}}}]},"b":""" +
            $$$"""{"dtype":"U8","shape":[1],"data_offsets":[{{{Bytes}}},{{{Bytes + 1}}}]}}""", 0));
        using (var stream = File.OpenWrite(path)) // a hole: the disk keeps the last page only
        {
            stream.Position = stream.Length + Bytes;
            stream.WriteByte(77);
        }
        using var file = WeightFile.Open(path);
        using var b = file.Read("b");
        Assert.That(b.item<byte>(), Is.EqualTo(77));
        Assert.That(file.Tensors["a"].Bytes, Is.EqualTo(Bytes));
    }

    [Test]
    public void An_unknown_name_is_answered_with_the_nearest()
    {
        using var file = Open("""{"encoder.weight":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1);
        Assert.That(() => file.Read("encoder.wieght"),
            Throws.ArgumentException.With.Message.Contains("unknown tensor 'encoder.wieght'. Did you mean 'encoder.weight'?"));
    }

    private static int Mappings(string path) => File.ReadLines("/proc/self/maps").Count(line => line.EndsWith(path, StringComparison.Ordinal));

    // Bytes that count up from 0.
    private IWeightFile Bytes(int count) => Open($$$"""{"a":{"dtype":"U8","shape":[{{{count}}}],"data_offsets":[0,{{{count}}}]}}""", count);

    private IWeightFile Open(string header, int dataBytes) =>
        WeightFile.Open(_folder.Write("weights.safetensors", Samples.Safetensors(header, dataBytes)));
}
