using VideoPoet.Models.Perceptual;
using VideoPoet.Models.Tests.Perceptual.Reference;
using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.Perceptual;

public sealed class SmallFeatureNetworkTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_network_is_the_same_after_it_was_written_and_read_but_for_being_frozen()
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork([4, 8]);
        SafetensorsWriter.Write(_folder.File("small.safetensors"), network);

        using var read = SmallFeatureNetwork.Load(_folder.File("small.safetensors"));

        var frames = rand([1, 3, 16, 16]);
        foreach (var (map, wanted) in read.Extract(frames).Zip(network.Extract(frames)))
            Assert.That(map.eq(wanted).all().ToBoolean(), Is.True);
        Assert.That(read.Channels, Is.EqualTo(new long[] { 4, 8 }));
        Assert.That(read.parameters().Any(parameter => parameter.requires_grad), Is.False);
    }

    [Test]
    public void Each_level_has_half_the_height_and_width_and_vectors_no_longer_than_its_scales()
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork([4, 8]);

        var maps = network.Extract(rand([2, 3, 16, 24]));

        Assert.That(maps[0].shape, Is.EqualTo(new long[] { 2, 4, 8, 12 }));
        Assert.That(maps[1].shape, Is.EqualTo(new long[] { 2, 8, 4, 6 }));
        Assert.That(maps[0].square().sum(1).max().ToSingle(), Is.LessThanOrEqualTo(0.5f));
    }

    [Test]
    public void The_names_in_a_file_tell_which_network_it_holds()
    {
        using var network = new SmallFeatureNetwork([4]);
        SafetensorsWriter.Write(_folder.File("own.safetensors"), network);
        var vgg = SparseWeights.Write(_folder.File("vgg.safetensors"), PublishedFile.Names("vgg16.txt"));

        using var own = FeatureNetworkFile.Load(_folder.File("own.safetensors"));
        using var published = FeatureNetworkFile.Load(vgg);

        Assert.That(own, Is.InstanceOf<SmallFeatureNetwork>());
        Assert.That(published, Is.InstanceOf<VggFeatureNetwork>());
        Assert.That(() => FeatureNetworkFile.Load(_folder.File("own.safetensors"), heads: "heads.pth"),
            Throws.ArgumentException.With.Message.Contains("'heads.pth' has heads for VGG-16"));
    }

    [Test]
    public void A_file_of_something_else_is_refused_with_what_it_could_be()
    {
        using var weight = zeros(3);
        SafetensorsWriter.Write(_folder.File("other.safetensors"), [("weight", weight)]);

        Assert.That(() => FeatureNetworkFile.Load(_folder.File("other.safetensors")),
            Throws.InstanceOf<WeightFileException>().With.Message.Contains("torchvision's VGG-16 or torchvision's ResNet-50"));
        Assert.That(() => SmallFeatureNetwork.Load(_folder.File("other.safetensors")),
            Throws.InstanceOf<WeightFileException>().With.Message.Contains("it holds no small feature network"));
    }

    [Test]
    public void A_file_that_lacks_a_tensor_is_refused_with_its_name()
    {
        using var network = new SmallFeatureNetwork([4, 8]);
        var kept = network.named_parameters().Where(entry => entry.name != "levels.1.convolution.bias");
        SafetensorsWriter.Write(_folder.File("lacking.safetensors"), [.. kept.Select(entry => (entry.name, (Tensor)entry.parameter))]);

        Assert.That(() => SmallFeatureNetwork.Load(_folder.File("lacking.safetensors")),
            Throws.InstanceOf<WeightMismatchException>().With.Message.Contains("missing 'levels.1.convolution.bias' [8]"));
    }

    [Test]
    public void A_file_that_was_cut_off_is_refused()
    {
        using var network = new SmallFeatureNetwork([4, 8]);
        SafetensorsWriter.Write(_folder.File("whole.safetensors"), network);
        var cut = _folder.Write("cut.safetensors", File.ReadAllBytes(_folder.File("whole.safetensors"))[..^100]);

        Assert.That(() => FeatureNetworkFile.Load(cut), Throws.InstanceOf<WeightFileException>().With.Message.Contains(cut));
    }
}
