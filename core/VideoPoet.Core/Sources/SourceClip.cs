namespace VideoPoet.Core;

/// <summary>What is known of a clip of a data source without making it.</summary>
/// <param name="Name">What tells it from the others of its source, the same on every machine, such as <c>1/train/000012</c>.</param>
/// <param name="Caption">What it shows, if that is known.</param>
/// <param name="Content">All that its pixels and its sound follow from, as text: other clips have another one.</param>
/// <param name="Duration">How long it is, above 0.</param>
/// <param name="HasSound">Whether it has sound.</param>
public sealed record SourceClip(string Name, string? Caption, string Content, TimeSpan Duration, bool HasSound)
{
    /// <summary>The SHA-256 of <see cref="Content"/>, as 64 lower-case hexadecimal digits: what the hash of a file is to a file.</summary>
    public string Hash => Fingerprint.Of(Content);
}
