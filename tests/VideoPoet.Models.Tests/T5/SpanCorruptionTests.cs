using VideoPoet.Models.T5;

namespace VideoPoet.Models.Tests.T5;

public sealed class SpanCorruptionTests
{
    private const int Vocabulary = 300, Pieces = 200, End = 1;
    private static readonly SpanCorruption s_corruption = new(Vocabulary, Pieces, End);

    [Test]
    public void Inputs_and_targets_together_are_the_text([Values(2, 3, 7, 20, 64, 500)] int length, [Range(0, 9)] int seed)
    {
        var ids = Text(length);

        var corrupted = s_corruption.Corrupt(ids, new(seed));

        Assert.That(Joined(corrupted), Is.EqualTo(ids));
    }

    [Test]
    public void Fifteen_of_a_hundred_ids_are_cut_in_spans_of_three_on_average()
    {
        var corrupted = s_corruption.Corrupt(Text(100), new(1));

        Assert.That(corrupted.Targets.Count(id => id < Pieces && id != End), Is.EqualTo(15));
        Assert.That(corrupted.Targets.Where(id => id >= Pieces), Is.EqualTo([299, 298, 297, 296, 295]));
        Assert.That(corrupted.Inputs.Where(id => id >= Pieces), Is.EqualTo([299, 298, 297, 296, 295]));
        Assert.That((corrupted.Inputs[^1], corrupted.Targets[^1]), Is.EqualTo((End, End)));
    }

    [Test]
    public void No_more_spans_are_cut_than_there_are_sentinels()
    {
        var corrupted = new SpanCorruption(Pieces + 2, Pieces, End).Corrupt(Text(100), new(1));

        Assert.That(corrupted.Targets.Where(id => id >= Pieces), Is.EqualTo([201, 200]));
        Assert.That(Joined(corrupted), Is.EqualTo(Text(100)));
    }

    [Test]
    public void Every_place_is_cut_sooner_or_later()
    {
        var ids = Enumerable.Range(10, 20).ToArray();
        var random = new Random(2);

        var cut = Enumerable.Range(0, 300).SelectMany(_ => s_corruption.Corrupt(ids, random).Targets.Where(id => id is >= 10 and < 30)).ToHashSet();

        Assert.That(cut, Is.EquivalentTo(ids));
    }

    [Test]
    public void A_text_of_one_id_is_refused() =>
        Assert.That(() => s_corruption.Corrupt([5], new(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_vocabulary_without_sentinels_is_refused() =>
        Assert.That(() => new SpanCorruption(Pieces, Pieces, End), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0, 3)]
    [TestCase(1, 3)]
    [TestCase(double.NaN, 3)]
    [TestCase(0.15, 0.5)]
    public void A_share_or_a_length_out_of_range_is_refused(double density, double length) => Assert.That(
        () => s_corruption with { Density = density, SpanLength = length }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static int[] Text(int length) => [.. Enumerable.Range(0, length).Select(index => 2 + index % (Pieces - 2))];

    // Puts the spans back where their sentinels are.
    private static IEnumerable<int> Joined(CorruptedText corrupted)
    {
        var targets = corrupted.Targets.SkipLast(1).ToList();
        foreach (var id in corrupted.Inputs.SkipLast(1))
        {
            if (id < Pieces)
                yield return id;
            else
                foreach (var cut in targets.SkipWhile(target => target != id).Skip(1).TakeWhile(target => target < Pieces))
                    yield return cut;
        }
    }
}
