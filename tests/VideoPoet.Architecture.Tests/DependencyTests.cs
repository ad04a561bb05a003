using VideoPoet.Architecture.Evaluation;

namespace VideoPoet.Architecture;

public sealed class DependencyTests
{
    [Test]
    public void Every_project_has_a_floor() =>
        Assert.That(RepositoryTree.ProjectNames.Where(name => !Floors.Have(name)), Is.Empty, $"Give these projects a floor in {nameof(Floors)}.cs.");

    [Test]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryTree.Root, RepositoryTree.Solution));
        Assert.That(RepositoryTree.ProjectNames.Where(name => !solution.Contains($"\"{name}\"")), Is.Empty);
    }

    [Test]
    public void Projects_name_only_projects_on_lower_floors() =>
        Assert.That(
            SolutionEvaluation.With()
                .Where(reference => reference is { Kind: ReferenceKind.Project, IsBuildOrderOnly: false })
                .Select(reference => Floors.Objection(reference.From, reference.To))
                .OfType<string>(),
            Is.Empty);

    [TestCase("VideoPoet.Core", "VideoPoet.Media")]
    [TestCase("VideoPoet.Training", "VideoPoet.Inference")]
    [TestCase("VideoPoet.Evaluation", "VideoPoet.Training")]
    [TestCase("VideoPoet.Tasks.Text", "VideoPoet.Discovery")]
    [TestCase("VideoPoet.InferenceHost", "VideoPoet.Tasks.Text")]
    [TestCase("TorchSharp.System", "VideoPoet.Core")]
    [TestCase("VideoPoet.Models", "VideoPoet.Testing")]
    [TestCase("VideoPoet.Toybox", "VideoPoet.Media")]
    [TestCase("VideoPoet.Sources.Toybox", "VideoPoet.Data")]
    [TestCase("VideoPoet.TrainerHost", "VideoPoet.Sources.Toybox")]
    public void A_reference_against_the_rules_is_objected_to(string from, string to) => Assert.That(Floors.Objection(from, to), Does.Contain(to));

    [TestCase("VideoPoet.Evaluation", "VideoPoet.Inference")]
    [TestCase("VideoPoet.Tasks.Stylization", "VideoPoet.Models")]
    [TestCase("VideoPoet.InferenceHost", "VideoPoet.Discovery")]
    [TestCase("VideoPoet.Media", "OpenCvSharp.System")]
    [TestCase("VideoPoet.Tasks.Tests", "VideoPoet.Tasks.Stylization")]
    [TestCase("VideoPoet.Sources.Toybox", "VideoPoet.Toybox")]
    [TestCase("VideoPoet.TrainerHost", "VideoPoet.Toybox")]
    public void A_reference_within_the_rules_is_not_objected_to(string from, string to) => Assert.That(Floors.Objection(from, to), Is.Null);

    [Test]
    public void Core_names_only_the_attributes_of_composition_and_abstractions()
    {
        var named = SolutionEvaluation.With().Where(reference => reference.From == "VideoPoet.Core").Select(reference => reference.To);
        Assert.That(named, Is.All.EqualTo("System.Composition.AttributedModel").Or.Match(@"^Microsoft\.Extensions\..+\.Abstractions$"));
    }
}
