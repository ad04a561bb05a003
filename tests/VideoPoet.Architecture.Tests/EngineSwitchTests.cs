using System.Xml.Linq;
using VideoPoet.Architecture.Evaluation;

namespace VideoPoet.Architecture;

public sealed class EngineSwitchTests
{
    private static readonly string[] Bindings = ["TorchSharp.System", "OpenCvSharp.System"];

    [TestCase("cpu", "TorchSharp-cpu")]
    [TestCase("cuda", "TorchSharp-cuda-linux")]
    public void The_packages_replace_our_bindings(string torchEngine, string torchPackage)
    {
        var packagesOf = new Dictionary<string, string[]>
        {
            ["TorchSharp.System"] = [torchPackage],
            ["OpenCvSharp.System"] = ["OpenCvSharp4", "OpenCvSharp4.official.runtime.linux-x64"],
        };
        var switched = SolutionEvaluation.With(torchEngine, "nuget");
        Assert.That(switched.Where(reference => Bindings.Contains(reference.To)), Is.Empty);

        var expected = SolutionEvaluation.With()
            .Where(reference => Bindings.Contains(reference.To))
            .SelectMany(reference => packagesOf[reference.To].Select(package => (reference.From, package)))
            .ToList();
        Assert.That(expected, Is.Not.Empty);
        var found = switched
            .Where(reference => packagesOf.Values.Any(packages => packages.Contains(reference.To)))
            .Select(reference => (reference.From, reference.To));
        Assert.That(found, Is.EquivalentTo(expected));
    }

    [Test]
    public void The_default_needs_none_of_the_packages() =>
        Assert.That(
            SolutionEvaluation.With().Where(reference => reference is { Kind: ReferenceKind.Package } && NamesAnEngine(reference.To)),
            Is.Empty);

    [Test]
    public void Only_the_switches_name_an_engine()
    {
        var switches = new[] { "Directory.Build.targets", "Directory.Packages.props" }.Select(file => Path.Combine(RepositoryTree.Root, file));
        var naming =
            from file in RepositoryTree.BuildFiles.Except(switches)
            from element in XDocument.Load(file).Descendants()
            where element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference"
            let name = Path.GetFileName(element.Attribute("Include")?.Value.Replace('\\', '/') ?? "")
            where NamesAnEngine(name)
            select $"{RepositoryTree.Relative(file)}: {element}";
        Assert.That(naming, Is.Empty, "Say <UsesTorch> or <UsesOpenCv> instead.");
    }

    [TestCase("TorchEngine", "tpu", "TorchEngine is 'tpu'; it must be system, cpu or cuda.")]
    [TestCase("OpenCvEngine", "none", "OpenCvEngine is 'none'; it must be system or nuget.")]
    public void A_wrong_value_stops_the_build_and_names_the_right_ones(string property, string value, string message)
    {
        var result = Command.Run("dotnet", "build", RepositoryTree.ProjectFiles[0], "--no-restore", $"-p:{property}={value}");
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Output, Does.Contain(message));
    }

    private static bool NamesAnEngine(string reference) =>
        reference.StartsWith("TorchSharp", StringComparison.Ordinal) || reference.StartsWith("OpenCvSharp", StringComparison.Ordinal);
}
