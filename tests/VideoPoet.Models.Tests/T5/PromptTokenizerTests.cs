using VideoPoet.Models.T5;

namespace VideoPoet.Models.Tests.T5;

public sealed class PromptTokenizerTests
{
    private const int End = 1;

    [Test]
    public void An_empty_prompt_is_only_the_end() => Assert.That(Tokenizer().Encode(""), Is.EqualTo([End]));

    [Test]
    public void A_prompt_is_its_pieces_and_the_end()
    {
        var tokenizer = Tokenizer();

        Assert.That(tokenizer.Encode("A red ball"), Is.EqualTo([.. tokenizer.Pieces.Encode("A red ball"), End]));
    }

    [Test]
    public void A_long_prompt_loses_its_tail_and_keeps_the_end()
    {
        var tokenizer = Tokenizer();
        var prompt = string.Concat(Enumerable.Repeat("a red ball ", 100));

        var ids = tokenizer.Encode(prompt);

        Assert.That(ids, Has.Length.EqualTo(64));
        Assert.That(ids, Is.EqualTo([.. tokenizer.Pieces.Encode(prompt)[..63], End]));
    }

    [Test]
    public void A_prompt_that_just_fits_stays_whole()
    {
        var pieces = SentencePieceTokenizer.Parse(Samples.Model());
        var length = pieces.Encode("A red ball").Length + 1;

        Assert.That(new PromptTokenizer(pieces, length).Encode("A red ball"), Is.EqualTo(new PromptTokenizer(pieces).Encode("A red ball")));
    }

    [Test]
    public void A_vocabulary_without_an_end_is_refused()
    {
        var pieces = SentencePieceTokenizer.Parse(ModelBytes.Piece("<unk>", kind: ModelBytes.Unknown));

        Assert.That(() => new PromptTokenizer(pieces), Throws.ArgumentException.With.Message.Contains("must have a piece that ends a text"));
    }

    private static PromptTokenizer Tokenizer() => new(SentencePieceTokenizer.Parse(Samples.Model()));
}
