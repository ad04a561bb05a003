namespace VideoPoet.Specs.Tests;

/// <summary>The specifications of the repository, by their names below <c>task-specs</c>.</summary>
internal static class TaskSpecFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "task-specs");

    public static IEnumerable<string> Models() => In("models");

    public static IEnumerable<string> Mixtures() => In("mixtures");

    public static IEnumerable<string> Chains() => In("chains");

    public static IEnumerable<string> Recipes() => In("recipes");

    /// <summary>Every YAML file, parts to be included as well.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> In(string folder) => All().Where(file => Path.GetDirectoryName(file) == folder);
}
