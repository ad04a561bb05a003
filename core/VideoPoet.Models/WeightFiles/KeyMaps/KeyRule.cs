namespace VideoPoet.Models.WeightFiles;

/// <summary>Says for the module's tensors whose names match a pattern what they are made of in a published file.</summary>
/// <param name="Target">
/// A pattern of the module's full names. <c>{l}</c> stands for one part of a name, without dots; <c>{rest*}</c> for any text. The words are free.
/// </param>
/// <param name="Source">
/// What to read. Its names repeat the words of <paramref name="Target"/>: <c>{rest}</c> is the text that was matched, <c>{rest:joined}</c> the text
/// without its dots.
/// </param>
public sealed record KeyRule(string Target, KeySource Source)
{
    /// <summary>The rule for tensors that the file has under the module's own names.</summary>
    public static KeyRule SameName { get; } = new("{name*}", KeySource.Tensor("{name}"));
}
