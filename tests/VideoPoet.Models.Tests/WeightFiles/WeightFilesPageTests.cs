using VideoPoet.Models.T5;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Runs what docs/weight-files.md shows.</summary>
public sealed class WeightFilesPageTests
{
    [Test]
    public void The_page_shows_what_is_run_here() => Page.CheckCode("weight-files.md");

    [Test]
    public void A_file_is_read_as_the_page_shows()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        var path = folder.File("weights.safetensors");
        SafetensorsWriter.Write(path, [("encoder.weight", arange(6, float32).reshape(2, 3))]);

        #region Read
        using var file = WeightFile.Open(path);
        foreach (var entry in file.Tensors.Values)
            Console.WriteLine(entry);                       // 'encoder.weight' Float32 [2, 3]
        using var weight = file.Read("encoder.weight");     // the values are read only now
        #endregion

        Assert.That(weight.data<float>().ToArray(), Is.EqualTo(new[] { 0f, 1, 2, 3, 4, 5 }));
        Assert.That($"{file.Tensors["encoder.weight"]}", Is.EqualTo("'encoder.weight' Float32 [2, 3]"));
    }

    [Test]
    public void A_network_is_written_and_loaded_as_the_page_shows()
    {
        using var folder = new TemporaryFolder();
        using var network = Tests.T5.Samples.Encoder();
        var (sizes, target) = (network.Sizes, folder.File("weights.safetensors"));

        #region Write
        SafetensorsWriter.Write(target, network, new Dictionary<string, string> { ["step"] = "12000" });
        #endregion

        using var file = WeightFile.Open(target);
        Assert.That(file.Metadata["step"], Is.EqualTo("12000"));

        #region Load
        using (var shapes = new T5Encoder(sizes, META))
            T5Weights.HuggingFace.Check(file, shapes);      // names, shapes and types; takes no memory
        using var encoder = new T5Encoder(sizes);
        T5Weights.HuggingFace.Load(file, encoder);
        #endregion

        foreach (var ((name, loaded), (_, written)) in encoder.named_parameters().Zip(network.named_parameters()))
        {
            using var same = loaded.eq(written).all();
            Assert.That(same.ToBoolean(), name);
        }
    }
}
