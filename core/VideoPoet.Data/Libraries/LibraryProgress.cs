namespace VideoPoet.Data;

/// <summary>How far a library is opened.</summary>
/// <param name="Done">The entries that are decoded, or were found to be bad.</param>
/// <param name="Total">All entries.</param>
public readonly record struct LibraryProgress(int Done, int Total);
