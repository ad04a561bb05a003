using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class TokenTableTests
{
    [Test]
    public void A_token_that_is_added_later_never_shifts_one_that_is_there()
    {
        var checkpoint = TokenTable.BuiltIn.With(TokenKind.Task, "middle");
        var later = checkpoint.With(TokenKind.Task, "aardvark", "zebra");
        Assert.That(later[TokenKind.Task, "middle"].Id, Is.EqualTo(checkpoint[TokenKind.Task, "middle"].Id));
        Assert.That(checkpoint.ConflictsWith(later), Is.Empty);
    }

    [Test]
    public void The_order_in_which_plugins_are_found_does_not_matter() =>
        Assert.That(TokenTable.BuiltIn.With(TokenKind.Task, "b", "a"), Is.EqualTo(TokenTable.BuiltIn.With(TokenKind.Task, "a", "b")));

    [Test]
    public void Adding_what_is_there_changes_nothing() =>
        Assert.That(TokenTable.BuiltIn.With(TokenKind.Task, "video"), Is.SameAs(TokenTable.BuiltIn));

    [Test]
    public void Each_kind_of_token_grows_in_its_own_region()
    {
        var grown = TokenTable.BuiltIn.With(TokenKind.Task, "x").With(TokenKind.Resolution, "64x64").With(TokenKind.Duration, "9");
        Assert.That(grown[TokenKind.Task, "x"].Id, Is.EqualTo(35));
        Assert.That(grown[TokenKind.Resolution, "64x64"], Is.EqualTo(new SpecialToken("<res:64x64>", 97)));
        Assert.That(grown[TokenKind.Duration, "9"], Is.EqualTo(new SpecialToken("<frames:9>", 129)));
    }

    [Test]
    public void A_full_region_is_refused()
    {
        var full = TokenTable.BuiltIn.With(TokenKind.Resolution, Enumerable.Range(1, 31).Select(i => $"{i * 8}x8"));
        Assert.That(() => full.With(TokenKind.Resolution, "8x800"), Throws.InvalidOperationException.With.Message.Contains("all 32 ids"));
    }

    [Test]
    public void A_table_survives_being_written_into_a_checkpoint()
    {
        var table = TokenTable.BuiltIn.With(TokenKind.Task, "relight").With(TokenKind.Duration, "9");
        Assert.That(TokenTable.FromEntries(table.Entries), Is.EqualTo(table));
    }

    [TestCase("task:new", 200, "ids 32–95 are reserved")]
    [TestCase("task:new", 32, "share the id 32")]
    [TestCase("new", 40, "is not a token key")]
    [TestCase("task:video", 40, "must have the id 32")]
    public void A_table_that_breaks_a_rule_is_refused(string key, int id, string message) =>
        Assert.That(
            () => TokenTable.FromEntries(TokenTable.BuiltIn.Entries.SetItem(key, id)),
            Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void A_token_that_the_vocabulary_lacks_is_named_with_those_that_it_has() =>
        Assert.That(
            () => TokenTable.BuiltIn[TokenKind.Resolution, "64x64"],
            Throws.ArgumentException.With.Message.Contains("no token 'res:64x64'").And.Message.Contains("res:128x224"));
}
