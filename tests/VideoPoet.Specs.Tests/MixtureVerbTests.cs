using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The verb <c>mixture show</c> of the inference host.</summary>
public sealed class MixtureVerbTests
{
    private const string Pretrain = "task-specs/mixtures/pretrain.yaml";

    private Folder _folder;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Stages_and_groups_are_listed_for_machines()
    {
        var answer = Host.Run("mixture", "show", Pretrain, "--json");

        var stages = JsonDocument.Parse(answer.Output).RootElement.GetProperty("stages").EnumerateArray().ToList();
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Is.Empty);
        Assert.That(stages.Select(stage => stage.GetProperty("share").GetDouble()), Is.EqualTo([0.25, 0.75]));
        foreach (var groups in stages.Select(stage => stage.GetProperty("groups").EnumerateArray().ToList()))
        {
            Assert.That(groups.Sum(group => group.GetProperty("probability").GetDouble()), Is.EqualTo(1).Within(1e-9));
            Assert.That(groups.Select(group => group.GetProperty("padding").GetDouble()), Is.All.Zero);
            var imageGroup = groups.Single(group => group.GetProperty("length").GetInt32() == 325);
            Assert.That(imageGroup.GetProperty("batch").GetInt32(), Is.EqualTo(1_313_792 / 257));
        }
    }

    [Test]
    public void Tables_show_each_task_in_each_format_and_each_group()
    {
        var answer = Host.Run("mixture", "show", "task-specs/mixtures/mini.yaml");

        var lines = answer.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.That(lines, Has.Some.EqualTo("images first: 0% to 12% of all iterations"));
        Assert.That(lines, Has.Some.EqualTo("text-to-video 2.22% 2.22%"));
        Assert.That(lines, Has.Some.EqualTo("text-to-video 20% 20%"));
        Assert.That(lines, Has.Some.EqualTo("69 + 323 392 12 26.33% 0% mini-17 text-to-video, image-to-video, frame-prediction"));
    }

    [Test]
    public void The_picture_gives_each_task_the_area_of_its_share()
    {
        var file = _folder["schedule.svg"];

        var answer = Host.Run("mixture", "show", "task-specs/mixtures/ablation-t2v-i.yaml", "-o", file);

        var picture = XDocument.Load(file).Root!;
        var areas = picture.Elements(picture.Name.Namespace + "rect").Select(box => Number(box, "width") * Number(box, "height")).Order().ToList();
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(picture.Elements(picture.Name.Namespace + "text").Select(text => text.Value), Has.Some.EqualTo("text-to-video 50%"));
        Assert.That(areas[^2], Is.EqualTo(areas[^3]).And.GreaterThan(10 * areas[^4]), "below the background, two tasks have half the plot each");
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(file)!), Has.Exactly(1).Items, "nothing unfinished stays");

        static double Number(XElement box, string attribute) => double.Parse((string)box.Attribute(attribute)!, CultureInfo.InvariantCulture);
    }

    [Test]
    public void Mistakes_are_told_one_a_line_and_end_with_exit_code_2()
    {
        var answer = Host.Run("mixture", "show", "Bad/mixture-many-mistakes-at-once.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Output, Is.Empty);
        Assert.That(answer.Error, Is.EqualTo(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Bad/mixture-many-mistakes-at-once.errors"))));
    }

    [Test]
    public void A_setting_and_a_variable_change_what_is_shown()
    {
        var variables = new Dictionary<string, string>
        {
            ["VIDEOPOET_MIXTURE__TOKENBUDGET"] = "100",
            ["VIDEOPOET_MIXTURE__STAGES__0__UNTIL"] = "0.4",
        };

        var answer = Host.RunWith(variables, "mixture", "show", Pretrain, "--json", "--set", "tokenBudget=514");

        var mixture = JsonDocument.Parse(answer.Output).RootElement;
        Assert.That(mixture.GetProperty("token_budget").GetInt32(), Is.EqualTo(514));
        Assert.That(mixture.GetProperty("stages")[0].GetProperty("share").GetDouble(), Is.EqualTo(0.4));
        Assert.That(mixture.GetProperty("stages")[0].GetProperty("groups")[0].GetProperty("batch").GetInt32(), Is.EqualTo(2));
    }

    [TestCase("mixture")]
    [TestCase("mixture", "show")]
    [TestCase("mixture", "show", "nowhere.yaml")]
    [TestCase("mixture", "show", Pretrain, "--set", "tokenBudget")]
    [TestCase("mixture", "show", Pretrain, "-o", "no/such/folder/schedule.svg")]
    public void Bad_input_gives_one_line_and_exit_code_2(params string[] arguments)
    {
        var answer = Host.Run(arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error.TrimEnd().Split('\n'), Has.Exactly(1).Items);
        Assert.That(answer.Output, Is.Empty);
    }

    [Test]
    public void Help_ends_with_an_example_that_works_as_printed()
    {
        var help = Host.Run("mixture", "show", "--help");

        var example = help.Output.TrimEnd().Split('\n')[^1].Trim().Split(' ');
        var answer = Host.Run([.. example[1..^1], _folder[example[^1]]]);

        Assert.That(help.ExitCode, Is.Zero);
        Assert.That(example[0], Is.EqualTo("./videopoet"));
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
    }
}
