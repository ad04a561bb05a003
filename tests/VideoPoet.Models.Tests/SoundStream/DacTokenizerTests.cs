using VideoPoet.Models.SoundStream.Dac;
using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class DacTokenizerTests
{
    private const double Tolerance = 1e-4;

    [Test]
    public void The_names_and_shapes_of_the_published_weights_fit()
    {
        using var folder = new TemporaryFolder();
        using var file = WeightFile.Open(SparseWeights.Write(folder.File("weights.safetensors"), PublishedDacTensors()));
        using var tokenizer = new DacTokenizer(device: META);

        Assert.That(() => DacWeights.Published.Check(file, tokenizer), Throws.Nothing);
    }

    [Test]
    public void A_missing_level_of_published_weights_is_named()
    {
        using var folder = new TemporaryFolder();
        var tensors = PublishedDacTensors().Where(tensor => tensor.Name != "state_dict.quantizer.quantizers.3.codebook.weight");
        using var file = WeightFile.Open(SparseWeights.Write(folder.File("weights.safetensors"), tensors));
        using var tokenizer = new DacTokenizer(device: META);

        Assert.That(
            () => DacWeights.Published.Check(file, tokenizer),
            Throws.InstanceOf<WeightMismatchException>().With.Message.Contains("state_dict.quantizer.quantizers.3.codebook.weight"));
    }

    [Test]
    public void Codes_and_decoded_sound_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Small();
        using (var file = WeightFile.Open(SmallDac))
            DacWeights.Published.Load(file, tokenizer);

        var codes = tokenizer.Encode(Sound(2, 2, 60));
        var decoded = tokenizer.Decode(codes);

        Assert.That(codes.Equals(Read("dac/codes")), Is.True);
        Assert.That(Difference(decoded.narrow(2, 0, 58), "dac/decoded"), Is.LessThan(Tolerance));
        Assert.That(decoded.narrow(2, 58, 2).count_nonzero().ToInt64(), Is.Zero, "the odd stride's missing samples are silence");
    }

    [Test]
    public void Two_and_an_eighth_seconds_make_106_frames_of_four_levels()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = new DacTokenizer(new DacSizes { EncoderChannels = 2, DecoderChannels = 16, TrainedLevels = 12, Codes = 4 });

        var codes = tokenizer.Encode(zeros(1, 1, 34_000));

        Assert.That(codes.shape, Is.EqualTo(new long[] { 1, 4, 106 }));
        Assert.That(tokenizer.Decode(codes).shape, Is.EqualTo(new long[] { 1, 1, 33_920 }));
    }

    [Test]
    public void Encoding_and_decoding_leave_nothing_behind()
    {
        using var tokenizer = Small();
        using var sound = Sound(2, 1, 60);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (var codes = tokenizer.Encode(sound))
            tokenizer.Decode(codes).Dispose();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    private static DacTokenizer Small() =>
        new(new DacSizes { EncoderChannels = 4, DecoderChannels = 16, Strides = [2, 3], TrainedLevels = 3, Levels = 2, Codes = 8, CodeWidth = 2 });
}
