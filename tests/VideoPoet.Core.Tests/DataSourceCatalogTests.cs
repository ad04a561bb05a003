using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class DataSourceCatalogTests
{
    private static readonly DataSourceCatalog Catalog = new([new("dice", new Dice())]);

    [Test]
    public void A_source_is_opened_with_its_options()
    {
        Assert.That(Catalog.Open("dice:throws=7, seed=2").Count, Is.EqualTo(7));
        Assert.That(Catalog.Open("dice:").Count, Is.EqualTo(3));
    }

    [TestCase("dise:throws=7", "unknown data source 'dise'. Did you mean 'dice'?")]
    [TestCase("dice:thros=7", "the data source 'dice': unknown option 'thros'. Did you mean 'throws'?")]
    [TestCase("dice:throws", "'throws' is no option of the data source 'dice'; write it as name=value")]
    [TestCase("dice:throws=1,throws=2", "is given the option 'throws' twice")]
    [TestCase("dice:throws=none", "must be a whole number of at least 1, found 'none'")]
    [TestCase("dice", "'dice' is no data source; write its name, a colon")]
    public void A_mistake_is_told_with_what_would_be_right(string text, string said) =>
        Assert.That(() => Catalog.Open(text), Throws.InstanceOf<ArgumentException>().With.Message.Contains(said));

    [Test]
    public void Names_and_paths_are_told_apart()
    {
        foreach (var text in new[] { "dice:", "my-dice:a=b" })
            Assert.That(DataSourceCatalog.IsSource(text), Is.True, text);
        foreach (var text in new[] { "dice", "/data/dice:1", "Dice:", "clips.jsonl", "", ":a" })
            Assert.That(DataSourceCatalog.IsSource(text), Is.False, text);
    }

    [Test]
    public void A_name_that_two_sources_have_is_refused() =>
        Assert.That(
            () => new DataSourceCatalog([new("dice", new Dice()), new("dice", new Dice())]),
            Throws.TypeOf<TaskCatalogException>().With.Message.Contains("the data source name 'dice' is taken more than once"));

    [Test]
    public void The_hash_of_a_clip_follows_from_its_content()
    {
        var (one, other) = (Catalog.Open("dice:").Describe(0), Catalog.Open("dice:").Describe(1));
        Assert.That(one.Hash, Has.Length.EqualTo(64).And.EqualTo(Catalog.Open("dice:").Describe(0).Hash).And.Not.EqualTo(other.Hash));
    }

    private sealed class Dice : IDataSource
    {
        public ValueList<string> Options => ["throws", "seed"];

        public IClipList Open(TaskParameters options) => new ThrowList(options.Get("throws", 3, min: 1));
    }

    private sealed class ThrowList(int count) : IClipList
    {
        public int Count => count;

        public SourceClip Describe(int index) => new($"{index}", null, $"throw {index}", TimeSpan.FromSeconds(1), HasSound: false);

        public PixelFrames ReadFrames(int index, int width, int height, double framesPerSecond) =>
            new(new byte[width * height * 3], height, width);

        public Waveform? ReadSound(int index) => null;
    }
}
