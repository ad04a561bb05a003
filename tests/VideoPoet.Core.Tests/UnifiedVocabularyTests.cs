using System.Text;
using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class UnifiedVocabularyTests
{
    [Test]
    public void Every_special_token_task_token_and_format_token_keeps_its_id()
    {
        var text = new StringBuilder();
        foreach (var token in SpecialToken.Markers)
            text.Append($"{token.Id} {token.Name}\n");
        foreach (var (key, id) in TokenTable.BuiltIn.Entries.OrderBy(entry => entry.Value))
            text.Append($"{id} <{key}>\n");
        foreach (var kind in Enum.GetValues<TokenKind>())
            text.Append($"{TokenTable.Region(kind)} reserved for {kind}\n");
        text.Append($"{UnifiedVocabulary.Text} text positions\n");
        text.Append($"{UnifiedVocabulary.Paper.Visual} visual codes\n");
        for (var level = 0; level < 4; level++)
            text.Append($"{UnifiedVocabulary.Paper.AudioLevel(level)} audio codes of level {level}\n");
        text.Append($"{UnifiedVocabulary.Paper.Size} ids\n");
        text.Append($"fingerprint {UnifiedVocabulary.Paper.Fingerprint}\n");
        GoldenFile.Check("ids.txt", text.ToString());
    }

    [Test]
    public void The_papers_vocabulary_has_the_papers_ranges()
    {
        var paper = UnifiedVocabulary.Paper;
        Assert.That(paper.Visual, Is.EqualTo(new IdRange(256, 262_144)));
        Assert.That(paper.Audio, Is.EqualTo(new IdRange(262_400, 4_096)));
        Assert.That(paper.Size, Is.EqualTo(266_496));
        Assert.That(paper.AudioId(2, 7), Is.EqualTo(256 + 262_144 + 2 * 1_024 + 7));
    }

    [TestCase(0, Modality.Special)]
    [TestCase(191, Modality.Special)]
    [TestCase(192, Modality.Text)]
    [TestCase(255, Modality.Text)]
    [TestCase(256, Modality.Visual)]
    [TestCase(262_399, Modality.Visual)]
    [TestCase(262_400, Modality.Audio)]
    [TestCase(266_495, Modality.Audio)]
    public void An_id_stands_for_the_modality_of_its_range(int id, Modality modality) =>
        Assert.That(UnifiedVocabulary.Paper.ModalityOf(id), Is.EqualTo(modality));

    [Test]
    public void Ids_and_codes_out_of_range_are_refused_with_the_range()
    {
        var paper = UnifiedVocabulary.Paper;
        Assert.That(() => paper.ModalityOf(266_496), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0 to 266495"));
        Assert.That(() => paper.ModalityOf(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => paper.VisualId(262_144), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0 to 262143"));
        Assert.That(() => paper.VisualCode(255), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("256–262399"));
        Assert.That(() => paper.AudioId(4, 0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0 to 3"));
        Assert.That(() => paper.AudioCode(262_399), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("262400–266495"));
    }

    [Test]
    public void Vocabularies_with_equal_sizes_and_tokens_are_equal_and_have_equal_fingerprints()
    {
        Assert.That(new UnifiedVocabulary(), Is.EqualTo(UnifiedVocabulary.Paper));
        Assert.That(new UnifiedVocabulary().Fingerprint, Is.EqualTo(UnifiedVocabulary.Paper.Fingerprint));
        Assert.That(new UnifiedVocabulary(visualCodes: 4_096).Fingerprint, Is.Not.EqualTo(UnifiedVocabulary.Paper.Fingerprint));
        Assert.That(UnifiedVocabulary.Paper.With(TaskToken.Named("relight")), Is.Not.EqualTo(UnifiedVocabulary.Paper));
    }

    [Test]
    public void A_vocabulary_that_disagrees_with_a_checkpoint_says_how()
    {
        var here = new UnifiedVocabulary(visualCodes: 4_096).With(TaskToken.Named("relight"));
        var there = UnifiedVocabulary.Paper.With(TaskToken.Named("dub"));
        Assert.That(here.ConflictsWith(there), Is.EqualTo(new[]
        {
            "4,096 visual codes here, 262,144 there",
            "the token 'task:relight' has the id 35 here; it is missing there",
        }));
        Assert.That(here.ConflictsWith(here), Is.Empty);
    }
}
