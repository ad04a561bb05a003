using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoPoet.Training.Reports;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Logs;

public sealed class RunReportTests
{
    private string _root;

    private string Run => Path.Combine(_root, "run <b>");

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_run_leaves_a_page_with_curves_recipe_environment_and_what_happened()
    {
        using var trainee = new TinyTrainee { Goal = new("quality", IsHighest: false), Quality = step => 1.0 / step };
        await TinyRun.RunAsync(Run, trainee);

        var page = await PageAsync();
        var text = page.Value;
        Assert.That(page.Descendants("h1").Single().Value, Is.EqualTo("run <b>"));
        Assert.That(text, Does.Contain("step 12 of 12, complete · best quality 0.083333 after step 12"));
        Assert.That(
            page.Descendants("figcaption").Select(caption => caption.Value),
            Is.EqualTo(["loss", "gradient norm", "learning rate", "seconds", "step seen", "quality", "sample.txt"]));
        Assert.That(text, Does.Contain("trains: feature-network").And.Contains("libtorch"));
        Assert.That(page.Descendants("td").Select(cell => cell.Value), Does.Contain("end"));
        var loss = page.Descendants("polyline").First().Attribute("points")!.Value.Split(' ');
        Assert.That(loss, Has.Length.EqualTo(12));
    }

    [Test]
    public async Task The_page_needs_nothing_but_itself_and_has_colours_for_day_and_night()
    {
        using var trainee = new TinyTrainee();
        await TinyRun.RunAsync(Run, trainee);

        var page = await File.ReadAllTextAsync(Path.Combine(Run, RunReport.FileName));
        Assert.That(Regex.Matches(page, "(src|href)=\"(?!data:)"), Is.Empty);
        Assert.That(page, Does.Not.Contain("http").And.Not.Contain("url(").And.Not.Contain("<script").And.Contains("prefers-color-scheme: dark"));
    }

    [Test]
    public async Task The_page_is_there_from_the_first_evaluation_on_and_tells_when_a_run_was_given_up()
    {
        var seen = new List<string>();
        using var trainee = new TinyTrainee { LossFactor = step => step < 5 ? 1 : double.NaN };

        await Assert.ThrowsAsync<TrainingException>(() => TinyRun.RunAsync(
            Run, trainee, TinyRun.Recipe with { Steps = 40, Optimizer = TinyRun.Recipe.Optimizer with { SkipLimit = 3 } },
            told => { if (told is StepTaken { Step: 5 }) seen.Add(File.ReadAllText(Path.Combine(Run, RunReport.FileName))); }));

        Assert.That(seen.Single(), Does.Contain("step <b>4</b> of 40"));
        var text = (await PageAsync()).Value;
        Assert.That(text, Does.Contain("updates of 3 steps left out").And.Contains("the last 3 steps up to step 8 failed"));
    }

    [Test]
    public async Task A_folder_that_somebody_puts_beside_the_samples_is_not_taken_for_one()
    {
        using var trainee = new TinyTrainee();
        await TinyRun.RunAsync(
            Run, trainee, progress: told => { if (told is StepTaken { Step: 1 }) Directory.CreateDirectory(Path.Combine(Run, "samples", "notes")); });

        Assert.That((await PageAsync()).Value, Does.Contain("Samples after step 12").And.Contains("sample.txt"));
    }

    [Test]
    public void A_curve_of_a_million_steps_has_a_few_hundred_points_that_keep_its_mean()
    {
        var curve = new Curve("loss", isMeasured: false);
        for (var step = 1; step <= 1_000_000; step++)
            curve.Add(step, step % 2);

        Assert.That(curve.Points, Has.Count.InRange(200, 400));
        Assert.That(curve.Points.Average(point => point.Value), Is.EqualTo(0.5).Within(1e-3));
        Assert.That(curve.Points.Select(point => point.Step), Is.Ordered.Ascending);
        Assert.That(curve.Latest, Is.Zero);
    }

    // The page is well-formed, so that any parser of XML reads it.
    private async Task<XElement> PageAsync()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Run, RunReport.FileName));
        return XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
    }
}
