using System.Text.Json;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream.Dac;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.Magvit2;
using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Models.Tests.T5.Reference;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Files with exactly the published names and shapes; their elements are holes, so that they occupy no disk.</summary>
public sealed class PublishedCheckpointTests
{
    private const string SmallConfig =
        """{ "d_ff": 1024, "d_kv": 64, "d_model": 512, "num_heads": 6, "num_layers": 8, "vocab_size": 32128, "feed_forward_proj": "gated-gelu" }""";

    private const string TextTensor = "encoder.block.3.layer.1.DenseReluDense.wo.weight";
    private const string VideoName = "model_ema.encoderconv_inconv_1weight", VideoTensor = $"state_dict.{VideoName}";
    private const string VideoStorage = "archive/data/0";
    private const int VideoElements = 128 * 3 * 3 * 3 * 3;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void The_video_tokenizer_of_Open_MAGVIT2_loads_from_a_Lightning_checkpoint()
    {
        using var file = WeightFile.Open(VideoCheckpoint(
            archive => archive.AddHollow(VideoStorage, VideoElements * sizeof(float), [])).Write(_folder.File("video_128_262144.ckpt")));
        using var tokenizer = new VideoTokenizer(Tests.Magvit2.Reference.Samples.Paper);
        PublishedWeights.Averaged.Load(file, tokenizer);
        AssertLoaded(tokenizer);
    }

    [Test]
    public void The_Descript_audio_codec_loads_from_its_16_kHz_file()
    {
        using var file = WeightFile.Open(SparseWeights.Write(_folder.File("weights_16khz.safetensors"), ReferenceNumbers.PublishedDacTensors()));
        using var tokenizer = new DacTokenizer();
        DacWeights.Published.Load(file, tokenizer);
        // A direction of zeros has no length, so that the weight made of it is no number.
        AssertLoaded(tokenizer, name => !name.EndsWith(".weight") || name.EndsWith(".codebook.weight"));
    }

    [Test]
    public void A_small_T5_encoder_loads_from_its_folder()
    {
        File.WriteAllText(_folder.File("config.json"), SmallConfig);
        SparseWeights.Write(_folder.File("model.safetensors"), TextNames());
        using var encoder = T5Weights.Load(Path.GetDirectoryName(_folder.File("x"))!);
        AssertLoaded(encoder);
    }

    [Test]
    public void An_XL_T5_encoder_of_five_gigabytes_in_two_shards_is_mapped_whole()
    {
        var names = TextNames("t5-v1_1-xl");
        using var file = Sharded(_folder.File(""), names, names);
        using var encoder = new T5Encoder(Tests.T5.Samples.Sizes(2_048, 24, 32, 64, 5_120, 32_128, gated: true), META);
        T5Weights.HuggingFace.Check(file, encoder);
        Assert.That(file.Tensors.Values.Sum(tensor => tensor.Bytes), Is.GreaterThan(4L << 30));
        foreach (var (name, shape) in names)
        {
            using var tensor = file.Read(name);
            Assert.That(tensor.shape, Is.EqualTo(shape), name);
        }
        using var table = file.Read("shared.weight");
        Assert.That(File.ReadLines("/proc/self/maps").Count(line => line.Contains("model-0000", StringComparison.Ordinal)), Is.EqualTo(1));
        using var last = table[-1, -1];
        Assert.That(last.item<float>(), Is.Zero);
    }

    [TestCaseSource(nameof(Corruptions))]
    public void A_corruption_is_refused_by_the_name_of_its_tensor(string corruption, string tensor, Action<string> read)
    {
        var exception = Assert.Catch<FormatException>(() => read(_folder.File("")));
        var message = exception.Message.Replace($"{_folder.File("")}/", "", StringComparison.Ordinal).ReplaceLineEndings("");
        TestContext.Out.WriteLine($"| {corruption} | {message} |");
        Assert.That(message, Does.Contain($"'{tensor}'"));
        var line = $"| {corruption} | `{message.Replace(tensor, "TENSOR", StringComparison.Ordinal)}` |";
        Assert.That(Page.Text("weight-files.md").Split('\n'), Has.Member(line));
    }

    private static IEnumerable<TestCaseData> Corruptions() =>
    [
        Text("the file is cut off", tensor => [tensor], missingBytes: 1),
        Text("a tensor begins within another", tensor => [tensor with { Begin = tensor.Begin - 4, End = tensor.End - 4 }]),
        Text("there is a hole before a tensor", tensor => [tensor with { Begin = tensor.Begin + 4, End = tensor.End + 4 }]),
        Text("a tensor has another length than its shape", tensor => [tensor with { Type = "F16" }]),
        Text("a tensor has an unknown type", tensor => [tensor with { Type = "F4" }]),
        Text("a tensor is there twice", tensor => [tensor, tensor]),
        Text("a tensor is missing", _ => []),
        Text("a tensor has another shape", tensor => [tensor with { Shape = [1_024, 512] }]),
        Text("a tensor has whole numbers", tensor => [tensor with { Type = "I32" }]),
        new("a shard lacks a tensor of the index", TextTensor, (Action<string>)(folder =>
            Sharded(folder, TextNames(), TextNames().Where(entry => entry.Name != TextTensor)).Dispose())),
        Video("the archive lacks a storage", _ => { }),
        Video("a storage is too short", archive => archive.AddHollow(VideoStorage, 400, [])),
        Video("a storage is damaged", archive => archive.Add(VideoStorage, new byte[VideoElements * sizeof(float)], damaged: true)),
        Video("a tensor exceeds its storage", archive => archive.AddHollow(VideoStorage, VideoElements * sizeof(float), []), offset: 1),
    ];

    // A T5 encoder's file, whose last tensor is changed; the encoder is compared with it when it can be opened.
    private static TestCaseData Text(string corruption, Func<SparseWeights.Entry, SparseWeights.Entry[]> change, int missingBytes = 0) =>
        new(corruption, TextTensor, (Action<string>)(folder =>
        {
            var entries = SparseWeights.Layout(TextNames());
            var path = SparseWeights.Write(
                Path.Combine(folder, "model.safetensors"), [.. entries.SkipLast(1), .. change(entries[^1])],
                change(entries[^1]) is [] ? entries[^1].Begin : entries[^1].End - missingBytes);
            using var file = WeightFile.Open(path);
            using var encoder = new T5Encoder(Tests.T5.Samples.Sizes(512, 8, 6, 64, 1_024, 32_128, gated: true), META);
            T5Weights.HuggingFace.Check(file, encoder);
        }));

    // The video tokenizer's checkpoint, of whose first tensor only the storage is read, if the checkpoint can be opened.
    private static TestCaseData Video(string corruption, Action<ArchiveBuilder> addStorage, long offset = 0) =>
        new(corruption, VideoTensor, (Action<string>)(folder =>
        {
            using var file = WeightFile.Open(VideoCheckpoint(addStorage, offset).Write(Path.Combine(folder, "video_128_262144.ckpt")));
            file.Read(VideoTensor).Dispose();
        }));

    // A Lightning checkpoint: tensors in one dictionary and a counter beside it.
    private static ArchiveBuilder VideoCheckpoint(Action<ArchiveBuilder> addStorage, long offset = 0)
    {
        var archive = new ArchiveBuilder();
        var pickle = new PickleBuilder().Raw(0x80, 2).Op('}').Op('(').Text("global_step").Number(1).Text("state_dict").Op('}').Op('(');
        foreach (var (index, tensor) in PublishedWeightsTests.WholeCheckpoint().OrderBy(tensor => tensor.Name != VideoName).Index())
        {
            var storage = tensor.Type == ScalarType.Int32 ? "IntStorage" : "FloatStorage";
            pickle.Text(tensor.Name).Tensor(tensor.Elements, index == 0 ? offset : 0, [.. tensor.Shape], RowMajor(tensor.Shape), storage, $"{index}");
            if (index == 0)
                addStorage(archive);
            else
                archive.AddHollow($"archive/data/{index}", tensor.Bytes, []);
        }
        return archive.Add("archive/data.pkl", pickle.Op('u').Op('u').End());
    }

    private static long[] RowMajor(IReadOnlyList<long> shape) =>
        [.. shape.Select((_, dim) => shape.Skip(dim + 1).Aggregate(1L, (product, size) => product * size))];

    // An index of two shards, of which the second has every other tensor.
    private static IWeightFile Sharded(
        string folder, IEnumerable<(string Name, long[] Shape)> listed, IEnumerable<(string Name, long[] Shape)> stored)
    {
        string[] shards = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];
        foreach (var shard in stored.Index().GroupBy(entry => shards[entry.Index % 2], entry => entry.Item))
            SparseWeights.Write(Path.Combine(folder, shard.Key), shard);
        var map = listed.Index().ToDictionary(entry => entry.Item.Name, entry => shards[entry.Index % 2]);
        var index = Path.Combine(folder, "model.safetensors.index.json");
        File.WriteAllBytes(index, JsonSerializer.SerializeToUtf8Bytes(new { weight_map = map }));
        return WeightFile.Open(index);
    }

    // The chosen tensor comes last.
    private static (string Name, long[] Shape)[] TextNames(string model = "t5-v1_1-small")
    {
        using var reference = new ReferenceTensors("network.safetensors");
        return [.. reference.Shapes($"names/{model}").OrderBy(entry => entry.Name == TextTensor)];
    }

    // What was drawn at random is now what a hole reads as.
    private static void AssertLoaded(nn.Module module, Func<string, bool>? isStored = null) => Assert.That(
        module.named_parameters().Where(entry => isStored?.Invoke(entry.name) != false && !IsZero(entry.parameter)).Select(entry => entry.name),
        Is.Empty);

    private static bool IsZero(Tensor tensor)
    {
        using var nonzero = tensor.count_nonzero();
        return nonzero.item<long>() == 0;
    }
}
