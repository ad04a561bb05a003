using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class PyTorchMistakeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void The_smallest_checkpoint_is_read()
    {
        using var file = WeightFile.Open(ArchiveBuilder.Checkpoint(PickleBuilder.OneTensor()).Write(_folder.File("x.pt")));
        Assert.That(file.Tensors["a"].Shape, Is.EqualTo(new long[] { 2, 3 }));
    }

    [Test]
    public void A_call_of_anything_else_is_refused_by_its_name_and_not_made()
    {
        var victim = _folder.Write("victim", [1]);
        var pickle = new PickleBuilder().Raw(0x80, 2).Global("os", "remove").Text(victim).Raw(0x85).Op('R').End();
        AssertRefused(pickle, "'m/data.pkl': it names 'os.remove', which is not among what weights need. Nothing was executed");
        Assert.That(File.Exists(victim), Is.True);
    }

    [Test]
    public void A_whole_module_is_refused_by_its_class() => AssertRefusedFile(
        Samples.Reference("network.pt"),
        "'network/data.pkl': it names 'torch.nn.modules.container.Sequential', which is not among what weights need.");

    [Test]
    public void A_file_from_before_the_zip_form_is_refused_with_the_way_to_convert_it() => AssertRefusedFile(
        Samples.Reference("legacy.pt"),
        "it is a PyTorch file from before version 1.6; convert it in a newer one with torch.save(torch.load(FILE), FILE).");

    [TestCase(5, 0, new long[] { 2, 3 }, new long[] { 3, 1 }, "FloatStorage", "0", "'m/data/0' has 24 bytes, and 'a' needs it to hold 5 of Float32.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new long[] { 3, 1 }, "HalfStorage", "0", "'m/data/0' has 24 bytes, and 'a' needs it to hold 6 of Float16.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new long[] { 3, 1 }, "FloatStorage", "1", "'a' lies in 'data/1', which the archive lacks.")]
    [TestCase(6, 1, new long[] { 2, 3 }, new long[] { 3, 1 }, "FloatStorage", "0", "from element 1 exceeds its storage of 6.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new long[] { 4, 1 }, "FloatStorage", "0", "exceeds its storage of 6.")]
    [TestCase(6, 0, new long[] { 1000000, 1000000 }, new long[] { 0, 0 }, "FloatStorage", "0", "exceeds its storage of 6.")]
    [TestCase(6, 0, new long[] { 2, -3 }, new long[] { 3, 1 }, "FloatStorage", "0", "which is no tensor.")]
    [TestCase(6, 5, new long[] { 2, 3 }, new long[] { -3, 1 }, "FloatStorage", "0", "which is no tensor.")]
    [TestCase(6, -1, new long[] { 2, 3 }, new long[] { 3, 1 }, "FloatStorage", "0", "which is no tensor.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new long[] { 1 }, "FloatStorage", "0", "which is no tensor.")]
    [TestCase(6, 0, new[] { 2, long.MaxValue }, new long[] { 3, 2 }, "FloatStorage", "0", "more than 64-bit numbers count.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new[] { long.MaxValue, 1 }, "FloatStorage", "0", "more than 64-bit numbers count.")]
    [TestCase(long.MaxValue, 0, new long[] { 2, 3 }, new long[] { 3, 1 }, "FloatStorage", "0", "more than 64-bit numbers count.")]
    [TestCase(6, 0, new long[] { 2, 3 }, new long[] { 3, 1 }, "ComplexFloatStorage", "0", "it names 'torch.ComplexFloatStorage'")]
    public void A_tensor_that_does_not_fit_its_storage_is_refused(
        long elements, long offset, long[] shape, long[] strides, string storage, string key, string message) =>
        AssertRefused(PickleBuilder.OneTensor(elements, offset, shape, strides, storage, key), message);

    [Test]
    public void Two_tensors_of_one_name_are_refused() => AssertRefused(
        new PickleBuilder().Op('}').Op('(')
            .Text("a").Tensor(6, 0, [6], [1], "FloatStorage", "0")
            .Text("a").Tensor(6, 0, [3], [1], "FloatStorage", "0").Op('u').End(),
        "there are two tensors of the name 'a'.");

    [Test]
    public void An_instruction_that_weights_do_not_need_is_refused() => AssertRefused(
        new PickleBuilder().Raw(0x80, 4).Text("os").Text("remove").Raw(0x93).End(),
        "the instruction 0x93 at byte 20 is not one that weights need.");

    [Test]
    public void A_dictionary_that_holds_itself_is_refused() =>
        AssertRefused(new PickleBuilder().Op('}').Raw((byte)'q', 0).Text("a").Raw((byte)'h', 0).Op('s').End(), "nested more than 16 times.");

    [Test]
    public void Dictionaries_that_branch_without_end_are_refused()
    {
        // Each level holds the next one ten times.
        var pickle = new PickleBuilder().Op('}').Raw((byte)'q', 0);
        for (byte level = 1; level < 14; level++)
        {
            pickle.Op('}').Raw((byte)'q', level).Op('(');
            for (var branch = 0; branch < 10; branch++)
                pickle.Text($"{branch}").Raw((byte)'h', (byte)(level - 1));
            pickle.Op('u');
        }
        AssertRefused(pickle.End(), "the names in its dictionaries have more than 64000000 characters together.");
    }

    [TestCase(new byte[] { (byte)'}' }, "it is cut off: 1 bytes are needed at byte 1, and there are 0.")]
    [TestCase(new byte[] { (byte)'X', 0xff, 0xff, 0xff, 0xff }, "it is cut off: 4294967295 bytes are needed at byte 5, and there are 0.")]
    [TestCase(new byte[] { (byte)'c', (byte)'o' }, "it is cut off: the name at byte 1 has no end.")]
    [TestCase(new byte[] { (byte)'.' }, "needs a value, and there is none.")]
    [TestCase(new byte[] { (byte)'t' }, "needs a mark, and there is none.")]
    [TestCase(new byte[] { (byte)'N', (byte)'(', (byte)'0' }, "the instruction 0x30 at byte 2 is not one that weights need.")]
    [TestCase(new byte[] { (byte)'N', (byte)'(', (byte)'.' }, "needs a value, and there is none.")]
    [TestCase(new byte[] { (byte)'h', 7 }, "recalls value 7, which was never remembered.")]
    [TestCase(new byte[] { (byte)'N', (byte)'N', (byte)'N', (byte)'s' }, "needs a dictionary, and there is none.")]
    [TestCase(new byte[] { (byte)'}', (byte)'(', (byte)'N', (byte)'u' }, "a dictionary's key before byte 4 has no value.")]
    [TestCase(new byte[] { (byte)'N', (byte)')', (byte)'R' }, "needs a function, and there is none.")]
    [TestCase(new byte[] { (byte)')', (byte)'Q' }, "it refers to something outside itself that is no storage of tensors.")]
    [TestCase(new byte[] { (byte)'X', 1, 0, 0, 0, 0xff }, "the text that ends at byte 6 is not UTF-8.")]
    [TestCase(new byte[] { 0x8a, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, "a whole number of 9 bytes before byte 11 is too large")]
    [TestCase(new byte[] { (byte)'N', (byte)'.' }, "it holds no dictionary of tensors; save the state_dict of a module.")]
    public void A_broken_description_is_refused_by_what_is_wrong(byte[] pickle, string message) => AssertRefused(pickle, message);

    [Test]
    public void A_function_with_arguments_that_do_not_suit_it_is_refused() => AssertRefused(
        new PickleBuilder().Global("torch._utils", "_rebuild_tensor_v2").Op(')').Op('R').End(),
        "it calls 'torch._utils._rebuild_tensor_v2' with 0 arguments that do not suit it.");

    [Test]
    public void A_description_without_end_is_refused()
    {
        var pickle = new byte[6_000_000];
        pickle.AsSpan().Fill((byte)']');
        AssertRefused(pickle, "it has more than 5000000 instructions.");
    }

    [Test]
    public void A_compressed_file_is_refused() => AssertRefusedFile(
        new ArchiveBuilder().Add("m/data.pkl", [1], method: 8).Write(_folder.File("x.pt")),
        "'m/data.pkl' is compressed; PyTorch stores files as they are.");

    [Test]
    public void An_encrypted_file_is_refused() => AssertRefusedFile(
        new ArchiveBuilder().Add("m/data.pkl", [1], flags: 1).Write(_folder.File("x.pt")),
        "'m/data.pkl' is encrypted; PyTorch writes plain archives.");

    [Test]
    public void Two_files_of_one_name_are_refused() => AssertRefusedFile(
        new ArchiveBuilder().Add("m/data.pkl", [1]).Add("m/data.pkl", [2]).Write(_folder.File("x.pt")),
        "the archive has 'm/data.pkl' twice.");

    [Test]
    public void Files_that_overlap_are_refused() => AssertRefusedFile(
        new ArchiveBuilder { Overlapping = true }.Add("m/data.pkl", [1]).Add("m/data/0", [2]).Write(_folder.File("x.pt")),
        "'m/data/0' begins within 'm/data.pkl': files in an archive must not overlap.");

    [Test]
    public void A_directory_that_claims_other_files_is_refused() => AssertRefusedFile(
        new ArchiveBuilder { ExtraCount = 1 }.Add("m/data.pkl", [1]).Write(_folder.File("x.pt")),
        "its directory lists 1 files and claims 2.");

    [Test]
    public void Another_zip_archive_is_refused() => AssertRefusedFile(
        new ArchiveBuilder().Add("readme.txt", [1]).Write(_folder.File("x.pt")),
        "it is a zip archive with 0 files called data.pkl; a PyTorch checkpoint has one.");

    [Test]
    public void A_damaged_description_is_refused() => AssertRefusedFile(
        new ArchiveBuilder().Add("m/data.pkl", PickleBuilder.OneTensor(), damaged: true).Add("m/data/0", new byte[24]).Write(_folder.File("x.pt")),
        "'m/data.pkl': it is damaged: its checksum is ");

    [Test]
    public void Elements_in_the_other_byte_order_are_refused() => AssertRefusedFile(
        ArchiveBuilder.Checkpoint(PickleBuilder.OneTensor()).Add("m/byteorder", "big"u8.ToArray()).Write(_folder.File("x.pt")),
        "its elements are in big-endian byte order, and little-endian is read.");

    [Test]
    public void An_archive_that_is_cut_off_is_refused_wherever_it_was_cut()
    {
        var whole = File.ReadAllBytes(Samples.Reference("state.pt"));
        for (var length = 1; length < whole.Length; length += 37)
        {
            var path = _folder.Write("cut.pt", whole[..length]);
            Assert.That(() => WeightFile.Open(path), Throws.TypeOf<WeightFileException>(), $"{length} bytes");
        }
    }

    private void AssertRefused(byte[] pickle, string message) =>
        AssertRefusedFile(ArchiveBuilder.Checkpoint(pickle).Write(_folder.File("x.pt")), message);

    private static void AssertRefusedFile(string path, string message) =>
        Assert.That(() => WeightFile.Open(path), Throws.TypeOf<WeightFileException>().With.Message.StartsWith(path).And.Message.Contains(message));
}
