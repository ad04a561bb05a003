namespace VideoPoet.Data;

/// <summary>An entry that could not be tokenized and was skipped.</summary>
/// <param name="Number">The place of the entry in the manifest, from 0.</param>
/// <param name="Name">The name of its file.</param>
/// <param name="Reason">Why, with what would help; null in a shard.</param>
public sealed record BadEntry(int Number, string Name, string? Reason);
