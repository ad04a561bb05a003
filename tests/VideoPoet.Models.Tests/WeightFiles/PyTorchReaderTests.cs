using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class PyTorchReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Every_type_shape_view_and_shared_storage_is_read_to_the_bit()
    {
        using var file = WeightFile.Open(Samples.Reference("state.pt"));
        Samples.AssertEqual(file, SafetensorsFile.Open(Samples.Reference("expected.safetensors")));
    }

    [Test]
    public void The_tensors_of_a_Lightning_checkpoint_begin_with_state_dict()
    {
        using var file = WeightFile.Open(Samples.Reference("lightning.pt"));
        Samples.AssertEqual(file, SafetensorsFile.Open(Samples.Reference("lightning.safetensors")), prefix: "state_dict.");
    }

    [Test]
    public void A_transposed_tensor_keeps_its_strides_and_is_not_copied()
    {
        using var file = WeightFile.Open(Samples.Reference("state.pt"));
        using var transposed = file.Read("transposed");
        Assert.That(transposed.stride(), Is.EqualTo(new long[] { 1, 6 }));
    }

    [Test]
    public void What_is_written_to_a_tensor_does_not_reach_the_file()
    {
        var path = _folder.File("state.pt");
        File.Copy(Samples.Reference("state.pt"), path);
        using (var file = WeightFile.Open(path))
        using (var whole = file.Read("whole"))
            whole.zero_();
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(File.ReadAllBytes(Samples.Reference("state.pt"))));
    }

    [Test]
    public void A_damaged_storage_is_found_when_a_tensor_in_it_is_read_and_others_are_read_as_ever()
    {
        var pickle = new PickleBuilder().Raw(0x80, 2).Op('}').Op('(')
            .Text("whole").Tensor(6, 0, [6], [1], "FloatStorage", "0")
            .Text("broken").Tensor(6, 0, [2, 3], [3, 1], "FloatStorage", "1")
            .Text("part").Tensor(6, 5, [1], [1], "FloatStorage", "1").Op('u').End();
        var path = new ArchiveBuilder().Add("m/data.pkl", pickle).Add("m/data/0", new byte[24]).Add("m/data/1", new byte[24], damaged: true)
            .Write(_folder.File("x.pt"));
        using var file = WeightFile.Open(path);
        Assert.That(() => file.Read("whole").Dispose(), Throws.Nothing);
        foreach (var name in new[] { "broken", "part" })
            Assert.That(() => file.Read(name), Throws.TypeOf<WeightFileException>().With.Message.StartsWith(
                $"{path}: 'm/data/1', where '{name}' lies: it is damaged: its checksum is "));
    }

    [Test]
    public void An_archive_whose_writer_computed_no_checksums_is_read()
    {
        using var file = WeightFile.Open(ArchiveBuilder.Checkpoint(PickleBuilder.OneTensor(), checksums: false).Write(_folder.File("x.pt")));
        Assert.That(() => file.Read("a").Dispose(), Throws.Nothing);
    }

    [Test]
    public void An_archive_beyond_4_GB_is_read_at_its_far_end()
    {
        const long Bytes = 5L << 30;
        var path = new ArchiveBuilder()
            .Add("m/data.pkl", PickleBuilder.OneTensor(elements: Bytes, offset: Bytes - 2, shape: [2], strides: [1], storage: "ByteStorage"))
            .AddHollow("m/data/0", Bytes, [41, 42])
            .Write(_folder.File("large.pt"));
        using var file = WeightFile.Open(path);
        using var a = file.Read("a");
        Assert.That(a.bytes.ToArray(), Is.EqualTo(new byte[] { 41, 42 }));
    }

    [Test]
    public void Numbers_of_every_length_are_understood()
    {
        var pickle = new PickleBuilder().Raw(0x80, 2).Op('}').Op('(')
            .Text("minus").Raw(0x8a, 1, 0xff)
            .Text("zero").Raw(0x8a, 0)
            .Text("a").Tensor(6, 0, [2, 3], [3, 1], "FloatStorage", "0")
            .Op('u').End();
        using var file = WeightFile.Open(ArchiveBuilder.Checkpoint(pickle).Write(_folder.File("x.pt")));
        Assert.That(file.Tensors.Keys, Is.EqualTo(new[] { "a" }));
    }
}
