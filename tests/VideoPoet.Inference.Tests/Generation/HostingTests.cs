#pragma warning disable MEAI001
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Generation;

public sealed class HostingTests
{
    [Test]
    public async Task Three_lines_generate_without_a_container()
    {
        using var generator = VideoPoetGenerator.Create(options => (options.Model, options.Catalog) = (SmallModel.Folder, SmallModel.Catalog));
        var video = await generator.GenerateAsync(new("text-to-video") { Prompt = "a cat" });
        await video.SaveAsync(Path.Join(TestFolders.New(), "cat.mp4"));
    }

    [Test]
    public async Task A_container_gives_one_generator_to_all()
    {
        var services = new ServiceCollection();
        services.AddVideoPoet(options => (options.Model, options.Catalog) = (SmallModel.Folder, SmallModel.Catalog));
        await using var provider = services.BuildServiceProvider();
        var generator = provider.GetRequiredService<IVideoGenerator>();
        Assert.That(provider.GetRequiredService<IVideoGenerator>(), Is.SameAs(generator));
        Assert.That(generator.GetService<VideoGeneratorMetadata>(), Is.EqualTo(new VideoGeneratorMetadata("videopoet", SmallModel.Folder)));
    }

    [Test]
    public async Task Several_models_are_told_apart_by_their_keys()
    {
        var other = SmallModel.Write(TestFolders.New(), seed: 2);
        var services = new ServiceCollection();
        services.AddKeyedVideoPoet("one", options => (options.Model, options.Catalog) = (SmallModel.Folder, SmallModel.Catalog));
        services.AddKeyedVideoPoet("two", options => (options.Model, options.Catalog) = (other, SmallModel.Catalog));
        await using var provider = services.BuildServiceProvider();
        var responses = new List<VideoGenerationResponse>();
        foreach (var key in (string[])["one", "two"])
        {
            responses.Add(await provider.GetRequiredKeyedService<IVideoGenerator>(key)
                .GenerateAsync(new("text-to-video") { Prompt = "a cat" }, new() { Seed = 1 }));
        }
        Assert.That(responses[0].Frames!.SameAs(responses[1].Frames), Is.False);
        Assert.That(provider.GetService<IVideoGenerator>(), Is.Null);
    }

    [Test]
    public void Options_are_checked_when_the_program_starts_and_all_mistakes_are_reported()
    {
        var services = new ServiceCollection();
        services.AddVideoPoet(Section(new()
        {
            ["Model"] = "no-such-model", ["ConcurrentGenerations"] = "0", ["Defaults:Guidance"] = "-1", ["Limits:Samples"] = "0", ["Engine"] = "Torch",
            ["Weights"] = "BFloat16", ["Device"] = "gpu",
        }));
        using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.That(exception!.Failures, Has.Some.Contains("ConcurrentGenerations must be from 1 to 1024, found 0."));
        Assert.That(exception.Failures, Has.Some.Contains("Defaults: guidance must be from 0 to 100, found -1."));
        Assert.That(exception.Failures, Has.Some.Contains("Device: 'gpu' is no device; it must be cpu, cuda, or cuda:N."));
        Assert.That(exception.Failures, Has.Some.Contains("the torch engine takes Float32, and BFloat16 was asked for"));
        Assert.That(exception.Failures, Has.Some.Contains("Samples must be at least 1, found 0."));
        Assert.That(exception.Failures, Has.Some.Contains("unknown model 'no-such-model'."));
    }

    [Test]
    public async Task The_torch_engine_generates_too()
    {
        using var generator = VideoPoetGenerator.Create(options =>
        {
            (options.Model, options.Catalog) = (SmallModel.Folder, SmallModel.Catalog);
            (options.Engine, options.Device) = (VideoPoet.Inference.Decoding.DecodingEngine.Torch, "cpu");
        });
        var video = await generator.GenerateAsync(new("text-to-video") { Prompt = "a cat" }, new() { Seed = 1 });
        Assert.That(video.Frames!.Count, Is.EqualTo(9));
        Assert.That(video.Record.Weights, Does.EndWith("Float32 Torch cpu"), "its bits are others than those of the managed engine");
    }

    [Test]
    public void A_key_that_is_none_of_the_options_is_refused()
    {
        var services = new ServiceCollection();
        services.AddVideoPoet(Section(new() { ["Model"] = SmallModel.Folder, ["Modle"] = "mini" }));
        using var provider = services.BuildServiceProvider();
        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.InstanceOf<InvalidOperationException>().With.Message.Contains("Modle"));
    }

    [Test]
    public void Options_come_from_the_configuration()
    {
        var services = new ServiceCollection();
        services.AddVideoPoet(Section(new()
        {
            ["Model"] = SmallModel.Folder, ["Defaults:Guidance"] = "3", ["Defaults:Format"] = "tiny-17", ["Limits:Duration"] = "00:01:00",
            ["Limits:Media:DecodedBytes"] = "1000000",
        }));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<VideoPoetOptions>>().Value;
        Assert.That((options.Defaults!.Guidance, options.Defaults.Format), Is.EqualTo((3.0, "tiny-17")));
        Assert.That((options.Limits.Duration, options.Limits.Media.DecodedBytes), Is.EqualTo((TimeSpan.FromMinutes(1), 1_000_000)));
    }

    [Test]
    public async Task Images_are_generated_for_whoever_knows_the_interface_of_Microsoft()
    {
        var services = new ServiceCollection();
        services.AddVideoPoet(options => (options.Model, options.Catalog) = (SmallModel.Folder, SmallModel.Catalog));
        await using var provider = services.BuildServiceProvider();
        var images = provider.GetRequiredService<IImageGenerator>();
        var response = await images.GenerateAsync(new("a cat"), new() { Count = 2, ImageSize = new(16, 16) });
        Assert.That(response.Contents.Cast<DataContent>().Select(image => image.MediaType), Is.EqualTo(new[] { "image/png", "image/png" }));
        Assert.That(((DataContent)response.Contents[0]).Data.Span[..4].ToArray(), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47 }));
        Assert.That(response.Usage!.OutputTokenCount, Is.EqualTo(2 * 5), "<bov_o> and 2 × 2 tokens of each.");
        await Assert.ThatAsync(
            () => images.GenerateAsync(new("a cat", [new DataContent(new byte[] { 1 }, "image/png")])),
            Throws.InstanceOf<VideoGenerationException>().With.Message.Contains("from text alone"));
    }

    [Test]
    public void A_folder_without_a_model_is_refused_with_what_is_missing() => Assert.That(
        () => new VideoPoetGenerator(new() { Model = TestFolders.New(), Catalog = SmallModel.Catalog }),
        Throws.InstanceOf<VideoGenerationException>().With.Message.Contains("language-model.safetensors"));

    [Test]
    public async Task Tokenizers_that_did_not_make_the_models_tokens_are_refused()
    {
        var others = TestFolders.New();
        SmallWeights.Write(SmallModel.Sizes, others, seed: 5);
        using var generator = new VideoPoetGenerator(new() { Model = SmallModel.Folder, Tokenizers = others, Catalog = SmallModel.Catalog });
        await Assert.ThatAsync(
            () => generator.GenerateAsync(new("text-to-video") { Prompt = "a cat" }),
            Throws.InstanceOf<FormatException>().With.Message.Contains("trained on the text tokens of another tokenizer"));
    }

    private static IConfiguration Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => $"VideoPoet:{pair.Key}", pair => pair.Value)).Build()
            .GetSection("VideoPoet");
}
