using System.Xml.Linq;
using VideoPoet.Architecture.Evaluation;

namespace VideoPoet.Architecture;

public sealed class PackageVersionTests
{
    [Test]
    public void A_package_has_one_version() =>
        Assert.That(CentralVersions().Select(name => name.ToLowerInvariant()), Is.Unique);

    [Test]
    public void A_version_stands_only_in_the_central_file() =>
        Assert.That(SolutionEvaluation.With().Where(reference => reference is { Kind: ReferenceKind.Package, Version: not "" }), Is.Empty);

    [Test]
    public void Every_referenced_package_has_a_central_version() =>
        Assert.That(
            SolutionEvaluation.With().Where(reference => reference.Kind == ReferenceKind.Package).Select(reference => reference.To).Distinct(),
            Is.SubsetOf(CentralVersions()));

    private static IEnumerable<string> CentralVersions() =>
        XDocument.Load(Path.Combine(RepositoryTree.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(version => version.Attribute("Include")!.Value);
}
