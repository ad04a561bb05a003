using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The first key of a recipe says what it trains, and by that which other keys it has.</summary>
public sealed class RecipeKindTests
{
    private const string Run = """
        steps: 1000
        seed: 1
        optimizer: { learningRate: 1e-3 }
        schedule: { warmup: 10 }
        evaluation: { every: 100, batches: 2 }
        checkpoints: { folder: runs/x, every: 100 }

        """;

    private static readonly string Model = $"model: {Samples.TaskSpec("models/mini.yaml")}\n";

    private Folder _folder;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_video_tokenizer_is_trained_in_stages_that_share_the_steps()
    {
        var recipe = (VideoTokenizerRecipeSpec)Read("trains: video-tokenizer\n" + Model + """
            data: { source: clips, width: 64, height: 64 }
            stages:
              - { name: pictures, until: 20%, frames: 1, batch: 32 }
              - { name: clips, until: 70%, frames: 5, batch: 8, learningRate: 5e-4 }
              - { name: long clips, frames: 17, batch: 4 }

            """ + Run);

        Assert.That(recipe.StageStarts(), Is.EqualTo([0, 200, 700]));
        Assert.That(new[] { 0, 199, 200, 699, 700, 999 }.Select(step => recipe.StageAt(step)), Is.EqualTo([0, 0, 1, 1, 2, 2]));
        Assert.That(recipe.Loss.Adversarial, Is.Null);
        Assert.That(recipe.Stages[1].LearningRate, Is.EqualTo(5e-4));
    }

    [Test]
    public void An_audio_tokenizer_may_have_discriminators_with_their_defaults()
    {
        var recipe = (AudioTokenizerRecipeSpec)Read(
            "trains: audio-tokenizer\nbatch: 16\ndata: { source: sounds }\nloss: { adversarial: { from: 50% } }\n" + Model + Run);

        Assert.That(recipe.Loss.Adversarial, Is.EqualTo(new AudioAdversarialSpec { From = new(0.5) }));
    }

    [Test]
    public void A_text_encoder_and_a_feature_network_have_keys_of_their_own()
    {
        var text = Read("trains: text-encoder\nbatch: 16\nvocabulary: spiece.model\ndata: { source: texts.txt }\n" + Model + Run);
        var features = Read("trains: feature-network\nbatch: 16\nchannels: [8, 16]\ndata: { source: pictures, width: 64, height: 64 }\n" + Run);

        Assert.That(((TextEncoderRecipeSpec)text).Corruption.Density, Is.EqualTo(new Share(0.15)));
        Assert.That(((FeatureNetworkRecipeSpec)features).Channels, Is.EqualTo(new long[] { 8, 16 }));
    }

    [Test]
    public void A_feature_network_has_no_more_levels_than_its_pictures_can_be_halved() => Assert.That(
        Errors("trains: feature-network\nbatch: 16\nchannels: [8, 8, 8, 8]\ndata: { source: pictures, width: 64, height: 16 }\n" + Run), Is.EqualTo(
        [
            "recipe.yaml:3:11  channels must have at most 3 levels for pictures of 64 × 16; found 4.",
        ]));

    [Test]
    public void A_network_for_flow_and_depth_is_trained_in_sizes_that_its_levels_can_halve()
    {
        const string Recipe = "trains: flow-depth\nbatch: 16\n"
            + "data: { source: 'toybox:clips=8', sizes: [{ width: 64, height: 64 }, { width: 36, height: 64 }] }\n";

        Assert.That(((FlowDepthRecipeSpec)Read(Recipe + "channels: [8, 16]\n" + Run)).Data.Sizes, Has.Count.EqualTo(2));
        Assert.That(Errors(Recipe + Run), Is.EqualTo(["recipe.yaml:3:79  width must be a multiple of 8, found 36."]));
    }

    [Test]
    public void A_recipe_that_does_not_say_what_it_trains_is_refused() => Assert.That(Errors(Model + Run), Is.EqualTo(
        [
            "recipe.yaml:1:1  missing key 'trains', which says what the recipe is for: one of "
            + "language-model, video-tokenizer, audio-tokenizer, text-encoder, feature-network, flow-depth.",
        ]));

    [Test]
    public void A_recipe_for_something_unknown_is_refused_with_the_nearest_name() => Assert.That(
        Errors("trains: video-tokeniser\n" + Model + Run), Is.EqualTo(
        [
            "recipe.yaml:1:9  trains must be one of language-model, video-tokenizer, audio-tokenizer, text-encoder, feature-network, flow-depth "
            + "(did you mean 'video-tokenizer'?), found 'video-tokeniser'.",
        ]));

    [Test]
    public void A_key_of_another_kind_of_recipe_is_unknown() => Assert.That(
        Errors("trains: audio-tokenizer\nbatch: 16\nmixture: nowhere.yaml\ndata: { source: sounds }\n" + Model + Run),
        Has.One.StartsWith("recipe.yaml:3:1  unknown key 'mixture'."));

    [Test]
    public void All_mistakes_of_a_video_tokenizers_recipe_are_told_at_once()
    {
        var bits = SpecReader.ReadModel(Samples.TaskSpec("models/mini.yaml")).VideoTokenizer.Bits;
        var errors = Errors("trains: video-tokenizer\n" + Model + """
            data: { source: clips, width: 60, height: 64 }
            stages:
              - { name: pictures, frames: 1, batch: 32 }
              - { name: clips, until: 80%, frames: 4, batch: 8 }
            loss: { quantizer: { groups: 23 } }

            """ + Run);

        Assert.That(errors, Is.EqualTo(
            [
                "recipe.yaml:3:31  width must be a multiple of 8, found 60.",
                "recipe.yaml:5:5  the stage 'pictures' needs 'until': only the last stage goes on to the end.",
                "recipe.yaml:6:27  the last stage goes on to the end: until must be absent or 100%, found 80%.",
                "recipe.yaml:6:40  frames must be 1 + 4k, because the first frame stands alone; found 4.",
                $"recipe.yaml:7:30  groups must divide the {bits} bits, found 23.",
            ]));
    }

    [Test]
    public void A_video_tokenizer_that_goes_on_from_weights_has_no_stage_of_single_frames()
    {
        var errors = Errors("trains: video-tokenizer\n" + Model + """
            weights: earlier.safetensors
            data: { source: clips, width: 64, height: 64 }
            stages: [{ name: pictures, until: 50%, frames: 1, batch: 32 }, { name: clips, frames: 17, batch: 8 }]

            """ + Run);

        Assert.That(errors, Is.EqualTo(
            [
                "recipe.yaml:5:48  frames must be more than 1 when there are weights to go on from: "
                + "after single frames, filters forget what they know of time.",
            ]));
    }

    private RecipeSpec Read(string text) => PaperTasks.Reader.ReadRecipe(_folder.Write("recipe.yaml", text));

    private string[] Errors(string text) => _folder.ErrorsOf(() => Read(text));
}
