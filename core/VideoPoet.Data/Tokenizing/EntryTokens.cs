namespace VideoPoet.Data;

/// <summary>The tokens of one entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">The SHA-256 of its file.</param>
/// <param name="Windows">The windows in each of the plan's formats, in the plan's order.</param>
public sealed record EntryTokens(DatasetEntry Entry, string Hash, IReadOnlyList<IReadOnlyList<WindowTokens>> Windows);

/// <summary>The tokens of one window.</summary>
/// <param name="Start">Where it begins in its file.</param>
/// <param name="Video">The visual codes of the frames; null where the plan does not ask for them.</param>
/// <param name="Views">The visual codes of each of the plan's computed views.</param>
/// <param name="Sound">The audio codes, level by level; null where there is no sound.</param>
public sealed record WindowTokens(TimeSpan Start, int[]? Video, IReadOnlyList<int[]> Views, int[]? Sound);
