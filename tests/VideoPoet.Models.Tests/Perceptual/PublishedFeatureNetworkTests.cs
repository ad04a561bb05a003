using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.Perceptual;
using VideoPoet.Models.Tests.Perceptual.Reference;
using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.Perceptual;

public sealed class PublishedFeatureNetworkTests
{
    // Single precision through up to fifty layers, relative to the largest element.
    private const double Tolerance = 1e-4;

    private static readonly SafetensorsFile s_reference = SafetensorsFile.Open(PublishedFile.PathOf("perceptual.safetensors"));

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Lpips_over_VGG_16_and_its_gradient_are_those_of_torchvision_s_network()
    {
        using var scope = NewDisposeScope();
        PublishedFile.Write(_folder.File("vgg16.safetensors"), "vgg16.txt", only: "features.");
        PublishedFile.Write(_folder.File("heads.safetensors"), "lpips-vgg.txt");
        using var network = VggFeatureNetwork.Load(_folder.File("vgg16.safetensors"), _folder.File("heads.safetensors"));

        Compare(network, "vgg", 32, 40);
    }

    [Test]
    public void The_squared_difference_of_ResNet_50_s_logits_and_its_gradient_are_those_of_torchvision_s_network()
    {
        using var scope = NewDisposeScope();
        PublishedFile.Write(_folder.File("resnet50.safetensors"), "resnet50.txt");
        using var network = ResNetFeatureNetwork.Load(_folder.File("resnet50.safetensors"), size: 64);

        var logits = network.Extract(PublishedFile.Frames(2, 48, 80)).Single().flatten(1).mul(Math.Sqrt(1000));

        Assert.That(Difference(logits, "resnet/logits"), Is.LessThan(Tolerance));
        Compare(network, "resnet", 48, 80);
    }

    [Test]
    public void The_whole_published_VGG_16_loads_and_no_heads_weigh_all_channels_alike()
    {
        using var scope = NewDisposeScope();
        var file = SparseWeights.Write(_folder.File("sparse.safetensors"), PublishedFile.Names("vgg16.txt"));

        using var network = VggFeatureNetwork.Load(file);

        var parts = network.named_parameters().ToLookup(entry => entry.name.Split('.')[0], entry => entry.parameter);
        Assert.That(parts["trunk"].Sum(parameter => parameter.numel()), Is.EqualTo(14_714_688));
        Assert.That(parts["heads"].All(parameter => parameter.eq(1).all().ToBoolean()), Is.True);
        Assert.That(network.parameters().Any(parameter => parameter.requires_grad), Is.False);
    }

    [Test]
    public void Every_tensor_that_a_file_lacks_is_named_as_the_file_should_have_it()
    {
        var file = SparseWeights.Write(
            _folder.File("lacking.safetensors"), PublishedFile.Names("vgg16.txt").Where(entry => !entry.Name.StartsWith("features.1")));

        Assert.That(() => VggFeatureNetwork.Load(file), Throws.InstanceOf<WeightMismatchException>()
            .With.Message.Contains("'features.10.weight'").And.Message.Contains("'features.19.bias'"));
    }

    [Test]
    public void Another_network_is_refused()
    {
        var file = SparseWeights.Write(_folder.File("other.safetensors"), PublishedFile.Names("vgg16.txt"));

        Assert.That(() => ResNetFeatureNetwork.Load(file), Throws.InstanceOf<WeightMismatchException>()
            .With.Message.Contains("missing 'layer4.2.conv3.weight'").And.Message.Contains("unexpected 'features.0.weight'"));
    }

    [Test]
    public void Heads_below_0_are_refused()
    {
        using var scope = NewDisposeScope();
        SparseWeights.Write(_folder.File("trunk.safetensors"), PublishedFile.Names("vgg16.txt"));
        SafetensorsWriter.Write(_folder.File("negative.safetensors"),
            [.. PublishedFile.Names("lpips-vgg.txt").Select(entry => (entry.Name, zeros(entry.Shape).sub(entry.Name.StartsWith("lin3") ? 1 : 0)))]);

        Assert.That(() => VggFeatureNetwork.Load(_folder.File("trunk.safetensors"), _folder.File("negative.safetensors")),
            Throws.InstanceOf<WeightFileException>().With.Message.Contains("'weights.3' has a weight below 0"));
    }

    private static void Compare(IFeatureNetwork network, string name, long height, long width)
    {
        var decoded = PublishedFile.Frames(1, height, width).requires_grad_();

        var distances = new PerceptualLoss(network).Distances(decoded, PublishedFile.Frames(2, height, width));
        distances.mean().backward();

        Assert.Multiple(() =>
        {
            Assert.That(Difference(distances, $"{name}/distance"), Is.LessThan(Tolerance));
            Assert.That(Difference(decoded.grad!, $"{name}/gradient"), Is.LessThan(Tolerance));
        });
    }

    /// <summary>The largest difference from the reference, in units of its largest element, which is also printed.</summary>
    private static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        var expected = s_reference.Read(name);
        Assert.That(actual.shape, Is.EqualTo(expected.shape), name);
        var difference = (actual.detach() - expected).abs().max().ToDouble() / expected.abs().max().ToDouble();
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }
}
