namespace VideoPoet.Core;

/// <summary>Finds parts of plugins that contradict one another by their names.</summary>
internal static class SharedNames
{
    /// <summary>What is said of each name that several parts have; the message names the files of all.</summary>
    public static IEnumerable<string> Problems<T>(string kind, IEnumerable<T> parts, Func<T, string> name, Func<T, PartOrigin> origin) =>
        from part in parts
        group origin(part) by name(part) into sharing
        where sharing.Count() > 1
        select $"the {kind} name '{sharing.Key}' is taken more than once: {string.Join("; ", sharing)}. Rename all but one.";
}
