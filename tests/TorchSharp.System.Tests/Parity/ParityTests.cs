using System.Globalization;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Compares the engine with PyTorch: outputs and gradients of every operator and module, and whole training curves.</summary>
[TestFixture]
public sealed class ParityTests
{
    // The table at the end and the test of each case share one run of it, in whichever order they come.
    private static readonly Dictionary<string, CaseResult> Results = [];

    private static IEnumerable<string> CaseNames => AllCases.ByName.Keys;

    [TestCaseSource(nameof(CaseNames))]
    public void The_engine_answers_as_PyTorch_does(string name)
    {
        var result = ResultOf(name);
        TestContext.Out.WriteLine($"{name}: largest difference {Format(result.Forward)} forward, {Format(result.Gradient)} in gradients");
        Assert.That(result.Failures, Is.Empty);
    }

    [Test]
    public void Every_case_has_a_reference() => Assert.That(AllCases.ByName.Keys, Is.SubsetOf(ReferenceFile.Names));

    [Test]
    public void Every_topic_agrees_with_PyTorch()
    {
        var results = CaseNames.Select(ResultOf).ToList();
        var output = TestContext.Progress;
        output.WriteLine($"{"topic",-16}{"cases",6}{"forward",12}{"gradient",12}");
        foreach (var topic in results.GroupBy(result => result.Case.Topic))
            WriteRow(topic.Key, [.. topic]);
        WriteRow("all", results);
        Assert.That(results.Where(result => result.Failures.Count > 0).Select(result => result.Case.Name), Is.Empty);

        void WriteRow(string title, IReadOnlyCollection<CaseResult> rows) => output.WriteLine(
            $"{title,-16}{rows.Count,6}{Format(rows.Max(row => row.Forward)),12}{Format(rows.Max(row => row.Gradient)),12}");
    }

    private static CaseResult ResultOf(string name)
    {
        if (!Results.TryGetValue(name, out var result))
            Results[name] = result = CaseResult.Of(AllCases.ByName[name]);
        return result;
    }

    private static string Format(double? difference) => difference?.ToString("0.0e-0", CultureInfo.InvariantCulture) ?? "none";
}
