using System.Reflection;

namespace VideoPoet.Specs.Tests.Support;

/// <summary>What only the build knows.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Of("RepositoryRoot");

    /// <summary>The inference host, a program for <c>dotnet</c>.</summary>
    public static string HostPath { get; } = Of("HostPath");

    private static string Of(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
