using VideoPoet.Inference;
using VideoPoet.Inference.Tests.Generation;

namespace VideoPoet.Evaluation.Tests;

/// <summary>Results are kept as they come, and summed up as they are.</summary>
public sealed class ResultTests
{
    private static readonly Dictionary<string, string> s_settings = new() { ["task"] = "text-to-video", ["seed"] = "0" };

    private string _file = "";

    [SetUp]
    public void CreateFile() => _file = Path.Join(TestFolders.New(), "results.jsonl");

    [Test]
    public void Results_outlive_an_interruption_and_a_line_that_was_cut()
    {
        using (var file = ResultFile.Open(_file, s_settings))
        {
            file.Add(Result(0, right: 1));
            file.Add(Result(1, right: 0));
        }
        File.AppendAllText(_file, """{"index":2,"mar""");

        using (var again = ResultFile.Open(_file, s_settings))
        {
            Assert.That(again.Results.Select(result => result.Index), Is.EqualTo(new[] { 0, 1 }));
            again.Add(Result(2, right: 1));
        }
        using var whole = ResultFile.Open(_file, s_settings);
        Assert.That(TaskFigures.Of(whole.Results).Figures["shape"], Is.EqualTo(2 / 3.0));
    }

    [Test]
    public void Results_of_other_settings_are_no_results()
    {
        ResultFile.Open(_file, s_settings).Dispose();
        var other = new Dictionary<string, string>(s_settings) { ["seed"] = "1" };
        Assert.That(() => ResultFile.Open(_file, other), Throws.TypeOf<FormatException>().With.Message.Contains("results of something else"));
    }

    [Test]
    public void Figures_are_shares_and_what_was_not_asked_is_none()
    {
        ToyResult[] results =
        [
            Result(0, right: 1) with { Seen = ["shapes Ball", "colours Red"] },
            Result(1, right: 0) with { Seen = ["shapes Ball", "colours Blue"], CeilingSeen = ["shapes Box"] },
        ];
        var figures = TaskFigures.Of(results);

        Assert.That(figures.Figures, Is.EquivalentTo(new Dictionary<string, double> { ["shape"] = 0.5, ["shapes"] = 1 / 6.0, ["colours"] = 2 / 8.0 }));
        Assert.That(figures.Ceiling["shape"], Is.EqualTo(1));
        Assert.That(figures.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_model_is_asked_for_what_is_missing_and_the_same_seeds_give_the_same_marks()
    {
        var options = new ToyEvaluationOptions { Count = 3, Parallel = 2, Format = "tiny-9" };
        using var generator = new VideoPoetGenerator(SmallModel.Options);
        using var reconstructor = new ClipReconstructor(generator.GetService<GenerationModel>()!);
        var protocol = ToyProtocols.Tasks.Single(task => task.Name == "inpainting");
        var (first, rest) = (new List<ToyResult>(), new List<ToyResult>());
        var evaluation = new ToyEvaluation(generator, reconstructor, options);

        evaluation.RunAsync(protocol, (_, _) => new(), new HashSet<int>(), first.Add, default).GetAwaiter().GetResult();
        var known = first.Take(2).Select(result => result.Index).ToHashSet();
        evaluation.RunAsync(protocol, (_, _) => new(), known, rest.Add, default).GetAwaiter().GetResult();

        Assert.That(first, Has.Count.EqualTo(3));
        Assert.That(first.Select(result => result.Marks["kept"].Share), Is.All.EqualTo(1));
        Assert.That(rest.Single().Index, Is.EqualTo(first[2].Index));
        Assert.That(rest.Single().Marks, Is.EqualTo(first[2].Marks));
    }

    private static ToyResult Result(int index, double right) => new(
        index, new Dictionary<string, Mark> { ["shape"] = new(right, 1), ["clicks"] = new(0, 0) },
        new Dictionary<string, Mark> { ["shape"] = new(1, 1) }, [], []);
}
