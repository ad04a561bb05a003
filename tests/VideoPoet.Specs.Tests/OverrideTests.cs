using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>Values of the environment win over files, and settings win over both.</summary>
[NonParallelizable]
public sealed class OverrideTests
{
    private readonly List<string> _variables = [];
    private Folder _folder;
    private string _file;

    [SetUp]
    public void WriteMixture()
    {
        _folder = new();
        _file = _folder.Write("mixture.yaml", Samples.Mixture);
    }

    [TearDown]
    public void Restore()
    {
        _variables.ForEach(variable => Environment.SetEnvironmentVariable(variable, null));
        _variables.Clear();
        _folder.Dispose();
    }

    [Test]
    public void A_setting_wins_over_the_environment_and_the_environment_over_the_file()
    {
        Set("VIDEOPOET_MIXTURE__TOKENBUDGET", "2");
        Set("VIDEOPOET_MIXTURE__STAGES__0__UNTIL", "30%");

        var environment = PaperTasks.Reader.ReadMixture(_file);
        var setting = PaperTasks.Reader.ReadMixture(_file, SpecOverrides.Parse(["tokenBudget=1", "tokenBudget=3"]));

        Assert.That(environment.TokenBudget, Is.EqualTo(2));
        Assert.That(setting.TokenBudget, Is.EqualTo(3));
        Assert.That(setting.Stages[0].Until, Is.EqualTo(new Share(0.3)));
        Assert.That(setting.Stages[0].Name, Is.EqualTo("images first"));
    }

    [Test]
    public void A_mistake_in_an_overridden_value_names_the_variable_or_the_setting()
    {
        Set("VIDEOPOET_MIXTURE__TokenBudget", "many");
        Set("VIDEOPOET_MIXTURE__STAGES__0__COLOUR", "red");

        Assert.That(Errors("tasks:text-to-video:weight=-1", "data:clips:shards:x=1", "stages:0:weights:vidoe=1"), Is.EqualTo(
            [
                "environment variable VIDEOPOET_MIXTURE__TokenBudget  tokenBudget must be a whole number, at least 1, found 'many'.",
                "environment variable VIDEOPOET_MIXTURE__STAGES__0__COLOUR  unknown key 'COLOUR'. Known: name, until, weights.",
                "--set tasks:text-to-video:weight  weight must be at least 0, found -1.",
                "--set data:clips:shards:x  shards must be text, found a map.",
                "--set stages:0:weights:vidoe  unknown group 'vidoe'. Did you mean 'video'?",
            ]));
    }

    [Test]
    public void A_setting_below_a_single_value_is_a_mistake_of_the_setting() =>
        Assert.That(Errors("tokenBudget:x=1"), Is.EqualTo(["--set tokenBudget:x  tokenBudget must be a whole number, at least 1, found a map."]));

    [Test]
    public void Mistakes_of_the_file_and_of_the_settings_come_together()
    {
        _folder.Write("mixture.yaml", Samples.Mixture.Replace("data: pictures", "data: picture"));

        Assert.That(Errors("tokenBudget=0"), Is.EqualTo(
            [
                "mixture.yaml:9:40  unknown data source 'picture'. Did you mean 'pictures'?",
                "--set tokenBudget  tokenBudget must be at least 1, found 0.",
            ]));
    }

    [Test]
    public void A_setting_can_replace_a_map_of_the_file_only_by_a_map() =>
        Assert.That(Errors("stages=none"), Is.EqualTo(["--set stages  stages must be a list, found 'none'."]));

    [TestCase("stages:5:name=later", "--set stages:5:name  stages has no item '5'; the next is 2.")]
    [TestCase("stages:first:name=sooner", "--set stages:first:name  stages has no item 'first'; the next is 2.")]
    public void A_setting_cannot_leave_a_gap_in_a_list(string setting, string error) => Assert.That(Errors(setting), Does.Contain(error));

    [Test]
    public void A_setting_adds_a_task_that_the_file_does_not_have()
    {
        var overrides = SpecOverrides.Parse(["tasks:inpainting:group=video", "tasks:inpainting:data=clips", "tasks:inpainting:formats:0=square-41"]);

        var mixture = PaperTasks.Reader.ReadMixture(_file, overrides);

        Assert.That(mixture.Tasks.Keys, Is.EqualTo(["text-to-image", "text-to-video", "inpainting"]));
        Assert.That(mixture.Tasks["inpainting"].Formats, Is.EqualTo(["square-41"]));
    }

    [Test]
    public void Variables_of_the_program_itself_are_no_part_of_a_specification()
    {
        Set("VIDEOPOET_PLUGINS", "plugins");

        Assert.That(PaperTasks.Reader.ReadMixture(_file).TokenBudget, Is.EqualTo(16384));
    }

    [TestCase("tokenBudget")]
    [TestCase("=5")]
    public void A_setting_without_key_or_value_is_refused(string setting) => Assert.That(
        _folder.ErrorsOf(() => SpecOverrides.Parse([setting])), Is.EqualTo([$"--set {setting}  a setting is key=value, as in tokenBudget=4096."]));

    [Test]
    public void A_setting_of_a_recipe_reaches_the_model_and_the_mixture_that_it_names()
    {
        var recipe = Samples.TaskSpec("recipes/mini.yaml");

        var read = (LanguageModelRecipeSpec)PaperTasks.Reader.ReadRecipe(recipe, SpecOverrides.Parse(["mixture:tokenBudget=512", "steps=500", "model:name=tiny"]));
        var spoiling = SpecOverrides.Parse(["mixture:tokenBudget=0", "model:languageModel:layers=7"]);
        var wrong = _folder.ErrorsOf(() => PaperTasks.Reader.ReadRecipe(recipe, spoiling));

        Assert.That((read.Mixture.TokenBudget, read.Steps, read.Model.Name), Is.EqualTo((512, 500L, "tiny")));
        Assert.That(wrong, Is.EqualTo(
            [
                $"{Samples.TaskSpec("models/mini.yaml")}:12:31  nonEmbedding must be 5624448, which these sizes have; found 4820992.",
                $"{Samples.TaskSpec("models/mini.yaml")}:12:47  total must be 7793280, which these sizes have; found 6989824.",
                "--set mixture:tokenBudget  tokenBudget must be at least 1, found 0.",
            ]));
    }

    [Test]
    public void A_setting_can_put_another_model_into_a_recipe()
    {
        var other = Samples.TaskSpec("models/300m.yaml");

        var recipe = (LanguageModelRecipeSpec)PaperTasks.Reader.ReadRecipe(Samples.TaskSpec("recipes/mini.yaml"), SpecOverrides.Parse([$"model={other}"]));

        Assert.That(recipe.Model.Name, Is.EqualTo("300m"));
    }

    private string[] Errors(params string[] settings) =>
        _folder.ErrorsOf(() => PaperTasks.Reader.ReadMixture(_file, SpecOverrides.Parse(settings)));

    private void Set(string variable, string value)
    {
        _variables.Add(variable);
        Environment.SetEnvironmentVariable(variable, value);
    }
}
