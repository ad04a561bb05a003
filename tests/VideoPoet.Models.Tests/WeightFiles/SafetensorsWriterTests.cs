using System.Text;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class SafetensorsWriterTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void The_bytes_are_those_of_the_format()
    {
        var path = _folder.File("weights.safetensors");
        using var flags = tensor(new byte[] { 1, 2, 3 });
        using var weight = tensor(new[] { 1f, -2f });
        SafetensorsWriter.Write(path, [("flags", flags), ("weight", weight)], new Dictionary<string, string> { ["step"] = "5", ["format"] = "pt" });

        const string Header =
            """{"__metadata__":{"format":"pt","step":"5"},"weight":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"flags":""" +
            """{"dtype":"U8","shape":[3],"data_offsets":[8,11]}}""";
        var padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        byte[] expected = [(byte)padded.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(padded), 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 1, 2, 3];
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(expected));
    }

    [Test]
    public void What_is_written_is_read_again_to_the_bit()
    {
        using var scope = NewDisposeScope();
        using var original = WeightFile.Open(Samples.Reference("expected.safetensors"));
        var path = _folder.File("copy.safetensors");
        SafetensorsWriter.Write(path, [.. original.Tensors.Keys.Select(name => (name, original.Read(name)))]);
        using var copy = WeightFile.Open(path);
        Samples.AssertEqual(copy, Engines.Tests.Parity.SafetensorsFile.Open(Samples.Reference("expected.safetensors")));
    }

    [Test]
    public void The_order_in_which_tensors_and_texts_are_given_changes_nothing()
    {
        using var scope = NewDisposeScope();
        (string, Tensor)[] tensors = [("b", randn(3)), ("a", randn(2)), ("c", arange(4))];
        Dictionary<string, string> texts = new() { ["x"] = "1", ["y"] = "2" };
        SafetensorsWriter.Write(_folder.File("one"), tensors, texts);
        SafetensorsWriter.Write(_folder.File("two"), [.. tensors.Reverse()], texts.Reverse().ToDictionary());
        Assert.That(File.ReadAllBytes(_folder.File("two")), Is.EqualTo(File.ReadAllBytes(_folder.File("one"))));
    }

    [Test]
    public void A_view_is_written_as_it_reads()
    {
        using var scope = NewDisposeScope();
        var transposed = arange(6).reshape(2, 3).t();
        SafetensorsWriter.Write(_folder.File("view"), [("view", transposed)]);
        using var file = WeightFile.Open(_folder.File("view"));
        Assert.That(file.Read("view").data<long>().ToArray(), Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));
    }

    [Test]
    public void A_module_is_written_with_its_persistent_buffers()
    {
        using var network = nn.BatchNorm1d(3);
        SafetensorsWriter.Write(_folder.File("norm"), network);
        using var file = WeightFile.Open(_folder.File("norm"));
        Assert.That(file.Tensors.Keys, Is.EquivalentTo(new[] { "weight", "bias", "running_mean", "running_var", "num_batches_tracked" }));
    }

    [Test]
    public void A_writing_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = _folder.Write("weights.safetensors", [1, 2, 3]);
        using var hollow = empty(4, device: META);
        Assert.That(() => SafetensorsWriter.Write(path, [("hollow", hollow)]), Throws.Exception);
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(_folder.Files, Is.EqualTo(new[] { "weights.safetensors" }));
    }

    [Test]
    public void A_file_that_is_open_can_be_replaced()
    {
        using var one = ones(3);
        using var two = full(3, 2);
        var path = _folder.File("weights.safetensors");
        SafetensorsWriter.Write(path, [("a", one)]);
        using var file = WeightFile.Open(path);
        using var before = file.Read("a");
        SafetensorsWriter.Write(path, [("a", two)]);
        Assert.That(before.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 1f, 1f }));
    }

    [Test]
    public void A_name_that_occurs_twice_is_refused()
    {
        using var one = ones(3);
        Assert.That(() => SafetensorsWriter.Write(_folder.File("x"), [("a", one), ("a", one)]),
            Throws.ArgumentException.With.Message.StartsWith("There are two tensors of the name 'a'."));
    }

    [Test]
    public void The_name_of_the_texts_is_refused_for_a_tensor()
    {
        using var one = ones(3);
        Assert.That(() => SafetensorsWriter.Write(_folder.File("x"), [("__metadata__", one)]),
            Throws.ArgumentException.With.Message.StartsWith("No tensor can be called '__metadata__'"));
    }

    [Test]
    public void A_type_without_a_name_in_the_format_is_refused()
    {
        using var waves = zeros(3, ScalarType.ComplexFloat32);
        Assert.That(() => SafetensorsWriter.Write(_folder.File("x"), [("waves", waves)]),
            Throws.ArgumentException.With.Message.StartsWith("'waves' is ComplexFloat32, for which safetensors has no name"));
    }
}
