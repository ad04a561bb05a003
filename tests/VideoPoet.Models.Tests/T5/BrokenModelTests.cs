using VideoPoet.Models.T5;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.T5;

/// <summary>What is said of model files that text cannot be encoded with.</summary>
public sealed class BrokenModelTests
{
    private static readonly byte[] s_unknown = ModelBytes.Piece("<unk>", kind: ModelBytes.Unknown);

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case("A_model_that_is_cut_off", [.. s_unknown[..^3]], "14 bytes should follow byte 2, but the message ends after 11.");
        yield return Case("A_group", [0x0B], "Field 1 before byte 1 has the wire type 3, which is none of 0, 1, 2 and 5.");
        yield return Case("An_endless_number", [.. Enumerable.Repeat((byte)0xFF, 12)], "The number before byte 10 is longer than 10 bytes.");
        yield return Case("A_piece_of_another_type", ModelBytes.Number(1, 7), "Field 1 before byte 2 has the wire type 0 instead of 2.");
        yield return Case("A_piece_without_text", ModelBytes.Piece(""), "Piece 0 must have a text without a zero character, found ''.");
        yield return Case("A_piece_with_a_zero", ModelBytes.Piece("a\0"), "Piece 0 must have a text without a zero character, found 'a\\0'.");
        yield return Case("A_piece_that_is_not_text", ModelBytes.Bytes(1, ModelBytes.Bytes(1, [0xFF])), "Field 1 is not UTF-8.");
        yield return Case(
            "A_score_that_is_no_number", ModelBytes.Piece("a", float.NaN), "The score of piece 0, 'a', must be a finite number, found NaN.");
        yield return Case("A_kind_that_does_not_exist", ModelBytes.Piece("a", kind: 9), "The kind of piece 0, 'a', must be 1 to 6, found 9.");
        yield return Case(
            "A_text_that_occurs_twice", [.. ModelBytes.Piece("a"), .. ModelBytes.Piece("a")], "The pieces 0 and 1 have the same text, 'a'.");
        yield return Case("No_unknown_piece", ModelBytes.Piece("a"), "The model must have one piece for what is unknown, found 0.");
        yield return Case("Another_algorithm",
            [.. s_unknown, .. ModelBytes.Training(ModelBytes.Number(3, 2))], "The model must be a unigram model, as T5's is; its type is BPE.");
        yield return Case("Bytes_that_are_missing", [.. s_unknown, .. ModelBytes.Training(ModelBytes.Number(35, 1))],
            "The model writes what is unknown as bytes, but has no piece '<0x00>' of that kind.");
        yield return Case("A_trie_that_is_too_long", [.. s_unknown, .. ModelBytes.CharacterMap(64, [0, 0], "")],
            "The trie of the map of characters must have 4, 8, … 8 bytes, found 64.");
        yield return Case("A_map_that_is_too_short", [.. s_unknown, .. ModelBytes.Bytes(3, ModelBytes.Bytes(2, [1, 0]))],
            "The map of characters must have at least 8 bytes, found 2.");
    }

    [TestCaseSource(nameof(Broken))]
    public void A_broken_model_is_refused_with_its_name(byte[] content, string problem)
    {
        using var folder = new Folder();
        var path = folder.Write("spiece.model", content);

        Assert.That(
            () => SentencePieceTokenizer.Load(path),
            Throws.InstanceOf<FormatException>().With.Message.EqualTo($"{path}: it is not a SentencePiece model that can be read. {problem}"));
    }

    [Test]
    public void A_map_of_characters_that_leads_outside_itself_is_refused_when_it_does()
    {
        // The root leads to unit 512 ^ the byte.
        var tokenizer = SentencePieceTokenizer.Parse([.. s_unknown, .. ModelBytes.CharacterMap(4, [512u << 10], "x\0")]);

        Assert.That(
            () => tokenizer.Encode("a"),
            Throws.InstanceOf<FormatException>().With.Message.EqualTo("The trie of the map of characters leads to unit 609, but has 1."));
    }

    [Test]
    public void Damaged_models_are_refused_or_still_encode_text()
    {
        const string Text = "The cat — Größe ﬁn ① 猫 <mask>\u00a0x";
        var random = new Random(11);
        var (model, other) = (Samples.Model("bytes"), Samples.Model("t5"));
        var (refused, count) = (0, Mutation.Count(300));
        for (var trial = 0; trial < count; trial++)
        {
            try
            {
                SentencePieceTokenizer.Parse(Mutation.Of(model, other, random)).Encode(Text);
            }
            catch (FormatException)
            {
                refused++;
            }
        }

        TestContext.Out.WriteLine($"of {count} damaged models {refused} were refused");
        Assert.That(refused, Is.InRange(1, count - 1));
    }

    private static TestCaseData Case(string name, byte[] content, string problem) => new TestCaseData(content, problem).SetName(name);
}
