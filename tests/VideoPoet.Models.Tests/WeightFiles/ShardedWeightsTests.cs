using System.Text;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class ShardedWeightsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new();
        _folder.Write("one.safetensors", Samples.Safetensors("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 2));
        _folder.Write("two.safetensors", Samples.Safetensors("""{"b":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", 3));
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void An_index_reads_like_one_file()
    {
        using var file = WeightFile.Open(Index("""{"metadata":{"total_size":5},"weight_map":{"b":"two.safetensors","a":"one.safetensors"}}"""));
        using var b = file.Read("b");
        Assert.That(file.Tensors.Keys, Is.EqualTo(new[] { "b", "a" }));
        Assert.That(b.bytes.ToArray(), Is.EqualTo(new byte[] { 0, 1, 2 }));
    }

    [Test]
    public void Shards_may_be_PyTorch_checkpoints()
    {
        File.Copy(Samples.Reference("state.pt"), _folder.File("pytorch_model-00001-of-00001.bin"));
        using var file = WeightFile.Open(Index("""{"weight_map":{"whole":"pytorch_model-00001-of-00001.bin"}}"""));
        Assert.That(file.Tensors["whole"].Shape, Is.EqualTo(new long[] { 4, 6 }));
    }

    [TestCase("../one.safetensors")]
    [TestCase("/etc/passwd")]
    [TestCase("folder/one.safetensors")]
    [TestCase("..")]
    [TestCase("")]
    [TestCase("""a\\b""")]
    [TestCase("""a\u0000""")]
    public void A_shard_outside_the_index_s_folder_is_refused(string file) => AssertRefused(
        $$$"""{"weight_map":{"a":"{{{file}}}"}}""", "the index places 'a' in '", "a shard is a file in the index's own folder, without a path.");

    [TestCase("""{"weight_map":{"a":"one.safetensors","a":"two.safetensors"}}""", "the index is not valid JSON")]
    [TestCase("""{"weight_map":{"a":3}}""", "the index gives 'a' no file name.")]
    [TestCase("""{"weight_map":[]}""", "an index of shards must be a JSON object with the object 'weight_map'.")]
    [TestCase("""[]""", "an index of shards must be a JSON object with the object 'weight_map'.")]
    [TestCase("""{"weight_map":""", "the index is not valid JSON")]
    [TestCase("""{"weight_map":{"\ud800":"one.safetensors"}}""", "the index is not valid JSON")]
    [TestCase("""{"weight_map":{"a":"x.safetensors","b":"two.safetensors","c":"y.safetensors"}}""",
        "its folder lacks 'x.safetensors', 'y.safetensors'.")]
    [TestCase("""{"weight_map":{"a":"one.safetensors","c":"one.safetensors","d":"two.safetensors"}}""",
        "the shards lack 'c', 'd', which the index places in them.")]
    public void A_wrong_index_is_refused_by_what_is_wrong(string index, string message) => AssertRefused(index, message);

    [Test]
    public void An_index_cannot_name_an_index()
    {
        Index("""{"weight_map":{"a":"model.safetensors.index.json"}}""");
        Assert.That(() => WeightFile.Open(_folder.File("model.safetensors.index.json")), Throws.TypeOf<WeightFileException>());
    }

    private string Index(string json) => _folder.Write("model.safetensors.index.json", Encoding.UTF8.GetBytes(json));

    private void AssertRefused(string index, params string[] messages)
    {
        var path = Index(index);
        var exception = Assert.Throws<WeightFileException>(() => WeightFile.Open(path));
        Assert.That(exception.Message, Does.StartWith(path));
        foreach (var message in messages)
            Assert.That(exception.Message, Does.Contain(message));
    }
}
