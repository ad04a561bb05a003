namespace VideoPoet.Data;

/// <summary>Where windows come from.</summary>
/// <param name="Name">The path of the file from the manifest's folder, with slashes.</param>
/// <param name="Caption">The caption, if there is one.</param>
/// <param name="Hash">The SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Text">The place of the caption's embedding in the shard; null where there is none.</param>
public sealed record TokenizedEntry(string Name, string? Caption, string Hash, int? Text);
