using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>A run that begins from another one's weights, with another mixture: task adaptation.</summary>
public sealed class FineTuningTests
{
    private string _root;

    [SetUp]
    public async Task TrainFirst()
    {
        _root = Directory.CreateTempSubdirectory("run ").FullName;
        TinyLanguage.WriteData(TinyLanguage.Recipe, In("data"));
        using var opened = TinyLanguage.Open(TinyLanguage.Recipe, In("data"));
        await TinyLanguage.RunAsync(In("first"), opened.Trainee, TinyLanguage.Recipe);
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task It_begins_with_the_earlier_weights_and_an_added_task_token_shifts_no_other()
    {
        // A token that comes before the others in the alphabet of tasks.
        var catalog = TinyLanguage.With(new RegisteredTask("a-new-task", new TaskOfItsOwn("a-new-token")));
        var recipe = Adapted("a-new-task", "text-to-video");
        TinyLanguage.WriteData(recipe, In("new data"), catalog: catalog);
        var tokens = LanguageModelFile.VocabularyOf(LanguageModelFolder.FindWeights(In("first")))!.Tokens;
        using var opened = TinyLanguage.Open(recipe, In("new data"), catalog, tokens);

        using var earlier = new PrefixLanguageModel(
            TinyLanguage.Model.LanguageModel, LanguageModelFile.VocabularyOf(LanguageModelFolder.FindWeights(In("first")))!, 8);
        LanguageModelFile.Load(LanguageModelFolder.FindWeights(In("first")), earlier);
        foreach (var ((name, found), (_, expected)) in opened.Trainee.Model.named_parameters().Zip(earlier.named_parameters()))
            Assert.That(found.bytes.SequenceEqual(expected.bytes), Is.True, name);
        foreach (var (token, id) in tokens.Entries)
            Assert.That(opened.Trainee.Model.Vocabulary.Tokens.Entries[token], Is.EqualTo(id), token);

        var result = await TinyLanguage.RunAsync(In("second"), opened.Trainee, recipe);
        Assert.That(result.IsComplete, Is.True);
    }

    [Test]
    public void Weights_of_other_sizes_and_other_codes_are_refused_with_every_difference()
    {
        var sizes = TinyLanguage.Model with
        {
            LanguageModel = TinyLanguage.Model.LanguageModel with { Layers = 3 },
            VideoTokenizer = TinyLanguage.Model.VideoTokenizer with { Bits = 5 },
        };
        var recipe = Adapted("text-to-video") with { Model = sizes };
        TinyLanguage.WriteData(recipe, In("other data"));

        var exception = Assert.Throws<LanguageModelMismatchException>(() => TinyLanguage.Open(recipe, In("other data")));

        Assert.That(exception!.Differences, Has.Some.EqualTo("layers is 2 in the file and 3 in the model"));
        Assert.That(exception.Differences, Has.Some.Contains("16 visual codes here, 32 there"));
    }

    [Test]
    public void A_token_with_another_id_is_refused()
    {
        var shifted = TokenTable.BuiltIn.With(TokenKind.Resolution, "8x8");

        var exception = Assert.Throws<LanguageModelMismatchException>(() => TinyLanguage.Open(Adapted("text-to-video"), In("data"), tokens: shifted));

        Assert.That(exception!.Message, Does.Contain("the token 'res:16x16' has the id 97 here; it has 98 there"));
    }

    [Test]
    public void Weights_that_are_not_there_are_one_clear_message()
    {
        var recipe = Adapted("text-to-video") with { Weights = new() { VideoTokenizer = "unused", LanguageModel = In("nowhere") } };

        Assert.That(
            () => TinyLanguage.Open(recipe, In("data")),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains($"'{In("nowhere")}' is no language model"));
    }

    private LanguageModelRecipeSpec Adapted(params string[] tasks) => TinyLanguage.Recipe with
    {
        Mixture = TinyLanguage.Mixture(60, tasks),
        Weights = new() { VideoTokenizer = "video-tokenizer.safetensors", LanguageModel = In("first") },
    };

    private string In(string name) => Path.Combine(_root, name);
}
