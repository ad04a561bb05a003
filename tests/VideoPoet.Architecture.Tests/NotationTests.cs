namespace VideoPoet.Architecture;

/// <summary>Reads this assembly as if it were an engine: <see cref="Sample{T}"/> shows how each kind of member is written.</summary>
public sealed class NotationTests
{
    private const string Type = "VideoPoet.Architecture.Sample<T>";

    private static readonly HashSet<string> Lines = [.. EngineApi.Load(typeof(NotationTests).Assembly.Location).Lines];

    [TestCase(Type + " : abstract class MemoryStream")]
    [TestCase(Type + ".ctor(int first, T second)")]
    [TestCase(Type + ".static Convert<TResult>(T value, Func<T, TResult> convert, double scale = 1.5, string text = null) -> TResult")]
    [TestCase(Type + ".Change(ref int counted, out long? found, params string[] names) -> void")]
    [TestCase(Type + ".Item[int row, int column] { get; } -> T")]
    [TestCase(Type + ".Count { get; set; } -> int")]
    [TestCase(Type + ".Secret { get; } -> bool")]
    [TestCase(Type + ".const Limit -> byte = 7")]
    [TestCase(Type + ".static Shared -> List<T>[]")]
    [TestCase(Type + ".event Changed")]
    [TestCase(Type + ".static op_Addition(" + Type + " left, " + Type + " right) -> " + Type)]
    [TestCase(Type + ".Inner<TOther> : struct")]
    [TestCase(Type + ".Colour : enum")]
    [TestCase(Type + ".Colour.const Green -> " + Type + ".Colour = 3")]
    public void A_member_is_written_as_a_reader_of_CSharp_would(string line) => Assert.That(Lines, Does.Contain(line));

    [Test]
    public void A_member_that_only_friends_see_has_no_line() => Assert.That(Lines, Has.None.Contains(nameof(Sample<>.ForFriends)));
}
