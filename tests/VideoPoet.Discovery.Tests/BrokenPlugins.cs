namespace VideoPoet.Tests;

/// <summary>Plugins that are broken on purpose, and what must be said of each.</summary>
internal static class BrokenPlugins
{
    public static IEnumerable<TestCaseData> All =>
    [
        new("MissingBase", "it needs Dependency"),
        new("MissingAtUse", "it needs Dependency"),
        new("MissingImport", "IEstimator"),
        new("ThrowingConstructor", "the task 'throwing-constructor' cannot be created: InvalidOperationException: no licence found"),
        new("ThrowingDefinition", "the task 'throwing-definition' cannot be defined: NotSupportedException: not written yet"),
        new("NoDefinition", "the task 'no-definition' defined nothing"),
        new("UnsoundDefinition", "the token 'audio' is for the output Audio, and the task outputs Visual"),
        new("BadName", "'Bad Name' is not a valid task name"),
        new("WrongContract", "was built against VideoPoet.Core 9.0.0.0, and this program offers 0.1.0.0"),
        new("NotAnAssembly", "NotAnAssembly.dll is not a .NET assembly"),
        new("Truncated", "Truncated.dll is not a .NET assembly"),
        new("NothingExported", "no assembly in the folder has a class with [ExportTask], [ExportView] or [ExportDataSource]"),
    ];

    public static string[] Names => [.. All.Select(plugin => (string)plugin.Arguments[0]!)];
}
