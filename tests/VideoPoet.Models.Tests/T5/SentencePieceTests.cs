using System.Text;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5.Reference;

namespace VideoPoet.Models.Tests.T5;

/// <summary>The ids of texts, beside those of the sentencepiece library.</summary>
public sealed class SentencePieceTests
{
    [TestCase("t5")]
    [TestCase("bytes")]
    [TestCase("suffix")]
    public void Ids_of_hostile_texts_are_those_of_the_library(string model)
    {
        using var reference = new ReferenceTensors("sentencepiece.safetensors");
        var tokenizer = SentencePieceTokenizer.Parse(reference.Bytes($"{model}/model"));
        var texts = Cut(reference.Bytes($"{model}/texts"), reference.Numbers<int>($"{model}/text_ends"));
        var expected = Cut(reference.Numbers<int>($"{model}/ids"), reference.Numbers<int>($"{model}/id_ends"));

        var wrong = texts.Zip(expected).Where(pair => !tokenizer.Encode(pair.First).SequenceEqual(pair.Second)).ToList();

        TestContext.Out.WriteLine($"{texts.Count} texts, {expected.Sum(ids => ids.Length)} ids");
        Assert.That(texts, Has.Count.EqualTo(1200));
        Assert.That(wrong.Take(5).Select(pair => $"{Convert.ToHexString(pair.First)}: {string.Join(' ', pair.Second)}"), Is.Empty);
    }

    [Test]
    public void Text_has_the_ids_of_its_UTF8()
    {
        var tokenizer = SentencePieceTokenizer.Parse(Samples.Model());
        const string Text = "Größe — 猫が 🙂";

        Assert.That(tokenizer.Encode(Text), Is.EqualTo(tokenizer.Encode(Encoding.UTF8.GetBytes(Text))));
    }

    [Test]
    public void Half_of_a_surrogate_pair_counts_as_the_replacement_character()
    {
        var tokenizer = SentencePieceTokenizer.Parse(Samples.Model("bytes"));

        Assert.That(tokenizer.Encode("a\ud83dz"), Is.EqualTo(tokenizer.Encode("a\ufffdz")));
    }

    [Test]
    public void Neighbours_that_are_unknown_are_one_id()
    {
        var tokenizer = SentencePieceTokenizer.Parse(Samples.Model());

        var ids = tokenizer.Encode("\u0e5b\u0e5a a");

        Assert.That(ids.Select(tokenizer.PieceOf).Take(2), Is.EqualTo(["▁", "<unk>"]));
        Assert.That(ids.Count(id => tokenizer.PieceOf(id) == "<unk>"), Is.EqualTo(1));
    }

    [Test]
    public void Text_of_nothing_but_spaces_has_no_ids() =>
        Assert.That(SentencePieceTokenizer.Parse(Samples.Model()).Encode(" \t\u3000\n"), Is.Empty);

    [Test]
    public void The_control_pieces_are_found_by_their_texts()
    {
        var tokenizer = SentencePieceTokenizer.Parse(Samples.Model());

        Assert.That((tokenizer.PaddingId, tokenizer.EndId, tokenizer.PieceOf(2)), Is.EqualTo((0, 1, "<unk>")));
    }

    [Test]
    public void A_model_without_padding_says_so() => Assert.That(SentencePieceTokenizer.Parse(Samples.Model("suffix")).PaddingId, Is.Null);

    [Test]
    public void A_piece_that_is_not_there_has_no_text()
    {
        var tokenizer = SentencePieceTokenizer.Parse(Samples.Model());

        Assert.That(() => tokenizer.PieceOf(tokenizer.Count), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static IReadOnlyList<T[]> Cut<T>(T[] all, int[] ends) => [.. ends.Select((end, index) => all[(index == 0 ? 0 : ends[index - 1])..end])];
}
