using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class PublishedWeightsTests
{
    [TestCase("", TestName = "A file with the published names and shapes fits with its averages and with its last weights")]
    [TestCase("state_dict.", TestName = "The same tensors inside a Lightning checkpoint fit as well, whatever lies beside them")]
    public void Fits(string folder)
    {
        using var tokenizer = new VideoTokenizer(Samples.Paper, META);
        WeightEntry[] beside = folder == "" ? [] : [new("optimizer_states.0.state.0.exp_avg", ScalarType.Float32, [3])];
        using var checkpoint = new Checkpoint([.. WholeCheckpoint().Select(entry => entry with { Name = folder + entry.Name }), .. beside]);

        Assert.That(() => PublishedWeights.Averaged.Check(checkpoint, tokenizer), Throws.Nothing);
        Assert.That(() => PublishedWeights.Last.Check(checkpoint, tokenizer), Throws.Nothing);
    }

    [Test]
    public void Averages_are_never_replaced_by_last_weights()
    {
        using var tokenizer = new VideoTokenizer(Samples.Paper, META);
        using var checkpoint = new Checkpoint(WholeCheckpoint().Where(entry => entry.Name != "model_ema.encoderconv_inconv_1weight"));

        Assert.That(
            () => PublishedWeights.Averaged.Check(checkpoint, tokenizer),
            Throws.InstanceOf<WeightMismatchException>().With.Message.Contains("encoder.conv_in.conv_1.weight"));
    }

    [Test]
    public void A_tensor_that_is_not_the_tokenizer_s_is_reported()
    {
        using var tokenizer = new VideoTokenizer(Samples.Paper, META);
        using var checkpoint = new Checkpoint(WholeCheckpoint().Append(new("quant_conv.weight", ScalarType.Float32, [18])));

        Assert.That(
            () => PublishedWeights.Last.Check(checkpoint, tokenizer),
            Throws.InstanceOf<WeightMismatchException>().With.Message.Contains("quant_conv.weight"));
    }

    /// <summary>Everything that the published file has: weights, averages, their counters and the discriminator's part of the loss.</summary>
    internal static IEnumerable<WeightEntry> WholeCheckpoint()
    {
        foreach (var line in File.ReadLines(Samples.PathOf("published_names.txt")))
        {
            var (name, shape) = (line.Split(' ')[0], line.Split(' ')[1].Split('x').Select(long.Parse).ToValueList());
            yield return new(name, ScalarType.Float32, shape);
            yield return new("model_ema." + name.Replace(".", ""), ScalarType.Float32, shape);
        }
        yield return new("model_ema.decay", ScalarType.Float32, []);
        yield return new("model_ema.num_updates", ScalarType.Int32, []);
        yield return new("loss.discriminator.main.0.weight", ScalarType.Float32, [64, 3, 4, 4, 4]);
    }

    private sealed class Checkpoint(IEnumerable<WeightEntry> entries) : IWeightFile
    {
        public string Path => "video_128_262144.ckpt";

        public IReadOnlyDictionary<string, WeightEntry> Tensors { get; } = entries.ToDictionary(entry => entry.Name);

        public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

        public Tensor Read(string name) => throw new NotSupportedException("only names and shapes are checked");

        public void Dispose()
        {
        }
    }
}
