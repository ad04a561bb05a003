using System.Text.Json;

namespace VideoPoet.Architecture.Evaluation;

/// <summary>The references of every project of the repository under one setting of the engine switches.</summary>
public static class SolutionEvaluation
{
    private static readonly Dictionary<(string Torch, string OpenCv), IReadOnlyList<EvaluatedReference>> Known = [];

    /// <summary>Evaluates all projects, once for each setting.</summary>
    public static IReadOnlyList<EvaluatedReference> With(string torchEngine = "system", string openCvEngine = "system")
    {
        if (!Known.TryGetValue((torchEngine, openCvEngine), out var references))
            Known[(torchEngine, openCvEngine)] = references = Evaluate(torchEngine, openCvEngine);
        return references;
    }

    private static IReadOnlyList<EvaluatedReference> Evaluate(string torchEngine, string openCvEngine)
    {
        var result = Command.Run(
            "dotnet",
            "msbuild",
            Path.Combine(RepositoryTree.Root, "tests", "VideoPoet.Architecture.Tests", "Evaluation", "Evaluate.proj"),
            "-getTargetResult:Evaluate",
            $"-p:Projects={string.Join("%3B", RepositoryTree.ProjectFiles)}",
            $"-p:TorchEngine={torchEngine}",
            $"-p:OpenCvEngine={openCvEngine}");
        Assert.That(result.ExitCode, Is.Zero, result.Output);
        using var json = JsonDocument.Parse(result.Output);
        return [.. json.RootElement.GetProperty("TargetResults").GetProperty("Evaluate").GetProperty("Items").EnumerateArray().Select(Read)];
    }

    private static EvaluatedReference Read(JsonElement item)
    {
        var kind = Enum.Parse<ReferenceKind>(Metadata("Kind"));
        var identity = Metadata("Identity");
        return new(
            Path.GetFileNameWithoutExtension(Metadata("MSBuildSourceProjectFile")),
            kind,
            kind == ReferenceKind.Project ? Path.GetFileNameWithoutExtension(identity.Replace('\\', '/')) : identity,
            Metadata("ReferenceOutputAssembly").Equals("false", StringComparison.OrdinalIgnoreCase),
            Metadata("Version") + Metadata("VersionOverride"));

        string Metadata(string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }
}
