namespace VideoPoet.Data;

/// <summary>Where a window lies.</summary>
/// <param name="Number">Its number in the dataset, among those of its format.</param>
/// <param name="File">The SHA-256 of the file that it is of.</param>
/// <param name="Start">Where it begins in the file.</param>
internal readonly record struct WindowPlace(int Number, string File, TimeSpan Start);
