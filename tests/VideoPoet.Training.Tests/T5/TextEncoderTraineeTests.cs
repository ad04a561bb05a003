using System.Buffers.Binary;
using System.Text;
using VideoPoet.Models.T5;
using VideoPoet.Specs;
using VideoPoet.Training.T5;

namespace VideoPoet.Training.Tests.T5;

/// <summary>A text encoder learns generated sentences, and comes out as a folder that everybody can load.</summary>
public sealed class TextEncoderTraineeTests
{
    private static readonly string[] s_subjects = ["dog", "cat", "bird", "horse", "fish", "child"];
    private static readonly string[] s_verbs = ["runs", "sleeps", "jumps", "waits", "turns", "falls"];
    private static readonly string[] s_places = ["garden", "river", "forest", "street", "house", "field"];

    private string _root;

    [SetUp]
    public void MakeFolder()
    {
        _root = Directory.CreateTempSubdirectory("text ").FullName;
        File.WriteAllBytes(In("spiece.model"), Model());
        File.WriteAllLines(In("texts.txt"), Sentences());
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task The_loss_of_unseen_sentences_falls_far_below_what_the_frequencies_of_words_can_tell()
    {
        using var trainee = new TextEncoderTrainee(Recipe());
        using var folder = RunFolder.Open(In("run"), RunConfiguration.Of(Recipe()));

        var result = await TrainingLoop.RunAsync(trainee, RunPlan.Of(Recipe()), folder);

        var figures = result.Evaluation.ToDictionary(figure => figure.Name, figure => figure.Value);
        TestContext.Out.WriteLine(string.Join(", ", result.Evaluation));
        Assert.That(trainee.HeldOutTexts, Is.Positive);
        Assert.That(trainee.TrainingTexts + trainee.HeldOutTexts, Is.EqualTo(Sentences().Count()));
        // Colour and place follow from subject and verb; only those two words and their gaps are open.
        Assert.That(figures["held_out_loss"], Is.LessThan(0.5 * figures["unigram_entropy"]));
    }

    [Test]
    public void The_exported_folder_gives_the_embeddings_of_the_encoder_that_was_trained()
    {
        using var scope = NewDisposeScope();
        using var trainee = new TextEncoderTrainee(Recipe() with { MovingAverage = 0.5 });
        trainee.Step(new(0, 10, 1));
        trainee.Step(new(1, 10, 1));
        var average = (MovingAverage)trainee.Parts.Modules["average"];

        trainee.Export(_root);

        using var loaded = TextEncoder.Load(In("text-encoder"));
        var pieces = SentencePieceTokenizer.Load(In("spiece.model"));
        using (average.Swap())
        {
            var network = (T5Pretraining)trainee.Parts.Modules["network"];
            using var expected = network.Encoder.call(tensor(Ids(), [1, Ids().Length]), null).squeeze(0);
            Assert.That(loaded.Encode("the red dog runs").eq(expected).all().ToBoolean(), Is.True);
        }

        long[] Ids() => [.. pieces.Encode("the red dog runs").Select(id => (long)id), pieces.EndId!.Value];
    }

    [Test]
    public void What_cannot_be_trained_is_refused_with_the_place()
    {
        File.WriteAllText(In("empty.txt"), "\n\n");

        Assert.That(() => new TextEncoderTrainee(Recipe() with { Vocabulary = In("none.model") }),
            Throws.TypeOf<TrainingException>().With.Message.Contains("there is no vocabulary"));
        Assert.That(() => new TextEncoderTrainee(Recipe() with { Data = new() { Source = In("empty.txt") } }),
            Throws.TypeOf<TrainingException>().With.Message.Contains("has no text of at least 2 pieces"));
        Assert.That(() => new TextEncoderTrainee(Recipe() with { Data = new() { Source = In("none.txt") } }),
            Throws.TypeOf<TrainingException>().With.Message.Contains("cannot be read"));
        Assert.That(() => new TextEncoderTrainee(Recipe(rows: 20)),
            Throws.TypeOf<TrainingException>().With.Message.Contains("needs at least one for gaps"));
    }

    private string In(string name) => Path.Combine(_root, name);

    private static IEnumerable<string> Words() => ["the", "red", "green", "in", .. s_subjects, .. s_verbs, .. s_places];

    // The colour follows from the subject, the place from subject and verb.
    private static IEnumerable<string> Sentences() =>
        from subject in Enumerable.Range(0, s_subjects.Length)
        from verb in Enumerable.Range(0, s_verbs.Length)
        from ending in new[] { "", " the", " in" }
        let colour = subject % 2 == 0 ? "red" : "green"
        select $"the {colour} {s_subjects[subject]} {s_verbs[verb]} in the {colour} {s_places[verb]}{ending}";

    private TextEncoderRecipeSpec Recipe(int rows = 36)
    {
        var sizes = new TextEncoderSpec { Width = 32, Layers = 2, Heads = 2, HeadWidth = 16, FeedForward = 64, Vocabulary = rows, Parameters = 1 };
        return new()
        {
            Model = new()
            {
                Name = "tiny",
                LanguageModel = null!,
                VideoTokenizer = null!,
                AudioTokenizer = null!,
                TextEncoder = sizes with { Parameters = ParameterCount.Of(sizes) },
            },
            Vocabulary = In("spiece.model"),
            Data = new() { Source = In("texts.txt"), HeldOut = new(0.1) },
            Batch = 16,
            Length = 16,
            Steps = 150,
            Seed = 3,
            Precision = Precision.Fp32,
            Optimizer = new() { LearningRate = 5e-3, WeightDecay = 0 },
            Schedule = new() { Warmup = 5 },
            Evaluation = new() { Every = 1_000, Batches = 4 },
            Checkpoints = new() { Folder = In("run"), Every = 1_000 },
        };
    }

    // A unigram model of whole words, in the fields of SentencePiece's format: padding, end, unknown, then the words with the sign for a space.
    private static byte[] Model()
    {
        using var stream = new MemoryStream();
        Piece(stream, "<pad>", 0, kind: 3);
        Piece(stream, "</s>", 0, kind: 3);
        Piece(stream, "<unk>", 0, kind: 2);
        foreach (var word in Words())
            Piece(stream, "▁" + word, -1, kind: 1);
        return stream.ToArray();
    }

    private static void Piece(Stream stream, string text, float score, byte kind)
    {
        var name = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, score);
        byte[] content = [0x0A, (byte)name.Length, .. name, 0x15, .. bytes, 0x18, kind];
        stream.Write([0x0A, (byte)content.Length, .. content]);
    }
}
