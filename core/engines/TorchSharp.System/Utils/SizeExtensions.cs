namespace TorchSharp.Utils;

/// <summary>Turns the forms of sizes that the public API takes into lists.</summary>
internal static class SizeExtensions
{
    public static long[] ToArray(this (long, long) sizes) => [sizes.Item1, sizes.Item2];

    public static long[] ToArray(this (long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];

    public static long[] ToArray(this (long, long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3, sizes.Item4];

    /// <summary>One size for each of several dimensions, or none.</summary>
    public static long[]? Repeated(this long? size, int dimensions) => size is { } given ? [.. Enumerable.Repeat(given, dimensions)] : null;

    public static long[] ToArray(this (long, long, long, long, long, long) sizes) =>
        [sizes.Item1, sizes.Item2, sizes.Item3, sizes.Item4, sizes.Item5, sizes.Item6];
}
