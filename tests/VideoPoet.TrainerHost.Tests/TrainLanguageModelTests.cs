using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace VideoPoet.Tests;

/// <summary>From videos to a language model, as a user does it.</summary>
public sealed class TrainLanguageModelTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Tokenize()
    {
        _folder = TestFiles.NewFolder();
        File.Copy(TestFiles.Model, In("tiny.yaml"));
        File.WriteAllText(In("mixture.yaml"), """
            tokenBudget: 150
            formats:
              tiny-image: { width: 32, height: 32, frames: 1 }
              tiny-9:     { width: 32, height: 32, frames: 9 }
            tasks:
              unconditional-image: { data: clips }
              unconditional-video: { data: clips }
              video-to-audio:      { data: clips }
            data:
              clips: { shards: clips }
            """);
        File.WriteAllText(In("recipe.yaml"), """
            trains: language-model
            model: tiny.yaml
            mixture: mixture.yaml
            weights: { videoTokenizer: weights/video-tokenizer.safetensors, audioTokenizer: weights/audio-tokenizer.safetensors }
            data: { source: tokens, heldOut: 30% }
            steps: 6
            seed: 1
            precision: fp32
            optimizer: { learningRate: 1e-3 }
            schedule: { warmup: 1, decay: rsqrt }
            movingAverage: 0.9
            evaluation: { every: 3, batches: 1 }
            checkpoints: { folder: run, every: 3 }
            """);
        Directory.CreateDirectory(In("clips"));
        File.Copy(TestFiles.Clip, In("clips/one.mp4"));
        File.Copy(
            TestFiles.Make(
                "other.mp4", "-f", "lavfi", "-i", "mandelbrot=size=96x64:rate=25", "-f", "lavfi", "-i", "sine=frequency=880:sample_rate=44100",
                "-t", "3", "-pix_fmt", "yuv420p"),
            In("clips/two.mp4"));
        Host.Run(
            _folder, "tokenize", "clips", "--mixture", "mixture.yaml", "--model", "tiny.yaml", "--weights", TestFiles.Weights, "-o", "tokens/clips")
            .Succeeded();
        Directory.CreateDirectory(In("tokens/weights"));
        foreach (var file in Directory.GetFiles(TestFiles.Weights))
            File.Copy(file, In($"tokens/weights/{Path.GetFileName(file)}"));
    }

    [Test]
    public void A_recipe_is_trained_on_tokens_and_shows_what_it_generates()
    {
        var result = Host.Run(_folder, "train", "recipe.yaml").Succeeded();

        foreach (var line in new[] { "prefix + output", "memory ", "machine ", "time ", "step 3, held-out data: held_out_loss", "tokens_per_second" })
            Assert.That(result.Error, Does.Contain(line));
        Assert.That(result.Output, Does.Contain("held_out_loss").And.Contains("best "));
        foreach (var file in new[]
        {
            "weights/language-model.safetensors", "weights/language-model.yaml", "best/language-model.safetensors", "report.html",
            "samples/000000006/samples.png", "samples/000000006/unconditional-video-01.mp4", "samples/000000006/video-to-audio-01.wav",
        })
            Assert.That(File.Exists(In($"run/{file}")), Is.True, file);
        Assert.That(TestFiles.Probe(In("run/samples/000000006/unconditional-video-01.mp4"))[0], Is.EqualTo("video,32,32"));
        Assert.That(File.ReadAllText(In("run/report.html")), Does.Contain("loss, each").And.Contains("data:image/png"));
    }

    [Test]
    public void Where_nothing_is_held_out_it_is_said_instead_of_figures()
    {
        var result = Host.Run(_folder, "train", "recipe.yaml", "--folder", "unmeasured", "--set", "steps=3", "--set", "data:heldOut=0%").Succeeded();

        Assert.That(result.Error, Does.Contain("step 3: nothing is held out to measure on").And.Contain("and none held out, in"));
        Assert.That(result.Error, Does.Not.Contain("held-out data").And.Not.Contain("too few"));
    }

    [Test]
    public void A_dry_run_says_what_it_takes_and_writes_nothing()
    {
        var result = Host.Run(_folder, "train", "recipe.yaml", "--folder", "dry", "--set", "accumulation=2", "--dry-run", "--json").Succeeded();

        var costs = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(costs.GetProperty("seconds").GetDouble(), Is.Positive);
        var language = costs.GetProperty("language_model");
        Assert.That(language.GetProperty("peak_flops").GetDouble(), Is.Positive);
        Assert.That(language.GetProperty("model_flops_utilisation").GetDouble(), Is.InRange(0, 1));
        Assert.That(language.GetProperty("memory").GetProperty("total").GetInt64(), Is.GreaterThan(1_000_000));
        var groups = language.GetProperty("groups").EnumerateArray().ToArray();
        Assert.That(groups.Sum(group => group.GetProperty("probability").GetDouble()), Is.EqualTo(1).Within(1e-9));
        Assert.That(groups.SelectMany(group => group.GetProperty("tasks").EnumerateArray()).Select(task => task.GetString()), Is.EquivalentTo(
            new[] { "unconditional-image", "unconditional-video", "video-to-audio" }));
        var positions = groups.Sum(group => group.GetProperty("probability").GetDouble() * group.GetProperty("tokens").GetInt64());
        Assert.That(language.GetProperty("tokens").GetDouble(), Is.EqualTo(6 * 2 * positions).Within(1e-6 * positions));
        Assert.That(Directory.Exists(In("dry")), Is.False);
        Assert.That(Directory.GetFiles(_folder, "*.part", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void Weights_of_another_run_are_begun_with_and_those_that_do_not_fit_are_refused()
    {
        Host.Run(_folder, "train", "recipe.yaml", "--folder", "first", "--set", "steps=2").Succeeded();
        Host.Run(_folder, "train", "recipe.yaml", "--folder", "second", "--set", "steps=2", "--set", "weights:languageModel=first").Succeeded();

        var missing = Host.Run(_folder, "train", "recipe.yaml", "--folder", "third", "--set", "weights:languageModel=clips");
        Assert.That(missing.ExitCode, Is.EqualTo(2));
        Assert.That(missing.Error, Does.Contain("'clips' is no language model"));
        var frozen = Host.Run(_folder, "train", "recipe.yaml", "--folder", "third", "--set", "freeze:0=layer.0.*");
        Assert.That(frozen.ExitCode, Is.EqualTo(2), frozen.Error);
        Assert.That(frozen.Error, Does.Contain("freeze: 'layer.0.*' fits no parameter"));
        Assert.That(Directory.Exists(In("third")), Is.False);
    }

    [Test]
    public void A_folder_of_clips_is_tokenized_and_learnt_in_one_command_which_goes_on_after_an_end_and_makes_a_model_of_its_own()
    {
        var own = Own("own", "mixture:data:clips:shards=tokens/clips");
        var dry = Host.Run(_folder, [.. own, "--dry-run"]);
        Assert.That(dry.ExitCode, Is.EqualTo(2));
        Assert.That(dry.Error, Does.Contain("a dry run writes nothing, and the tokens of this run are not all made yet"));
        Assert.That(Directory.Exists(In("own")), Is.False);

        // As a process that was ended while it copied tokenizers leaves them.
        var left = Directory.CreateDirectory(In($"own/tokenizers.{Guid.NewGuid():N}.part"));
        File.WriteAllText(In("own/.lock"), "");

        var first = Host.Run(_folder, own).Succeeded();
        Assert.That(Directory.Exists(left.FullName), Is.False);
        Assert.That(first.Error, Does.Contain("tokenizing clips: 2 entries").And.Contains("windows in tiny-9"));
        foreach (var file in new[]
        {
            "tokenizers/video-tokenizer.safetensors", "tokenizers/audio-tokenizer.safetensors", "weights/language-model.safetensors",
        })
            Assert.That(File.Exists(In($"own/{file}")), Is.True, file);
        var shards = Directory.GetFiles(In("own/tokens/clips"), "*.safetensors").ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.That(shards, Is.Not.Empty);

        Host.Run(_folder, [.. own, "--set", "steps=3"]).Succeeded();
        Assert.That(Directory.GetFiles(In("own/tokens/clips"), "*.safetensors").ToDictionary(file => file, File.GetLastWriteTimeUtc), Is.EqualTo(shards));

        // As an end in the middle leaves them: what is there is kept, and the rest is made.
        var (lost, index) = (shards.Keys.Order(StringComparer.Ordinal).Last(), In("own/tokens/clips/index.json"));
        var bytes = File.ReadAllBytes(lost);
        File.Delete(lost);
        File.Delete(index);
        var refused = Host.Run(_folder, [.. own, "--set", "steps=4", "--dry-run"]);
        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Error);
        Assert.That(refused.Error, Does.Contain("the tokens of this run are not all made yet"));
        Host.Run(_folder, [.. own, "--set", "steps=4"]).Succeeded();
        Assert.That(File.ReadAllBytes(lost), Is.EqualTo(bytes));
        Assert.That(File.Exists(index), Is.True);

        // The run is a model: its parts are packed together, and belong together.
        Host.Run(_folder, "package", "own", "own/tokenizers", "--model", "tiny.yaml", "-o", "packed").Succeeded();
        Assert.That(File.Exists(In("packed/language-model.safetensors")), Is.True);
        var others = Host.Run(_folder, "package", "own", "packed-others", "--model", "tiny.yaml", "-o", "wrong");
        Assert.That(others.ExitCode, Is.EqualTo(2));
        Assert.That(Directory.Exists(In("wrong")), Is.False);
    }

    [Test]
    public void A_run_makes_its_tokens_in_a_folder_that_is_free_and_in_their_own_place_there()
    {
        var elsewhere = Host.Run(_folder, Own("elsewhere"));
        Assert.That(elsewhere.ExitCode, Is.EqualTo(2), elsewhere.Error);
        Assert.That(elsewhere.Error, Does.Contain("mixture.yaml:").And.Contains(
            "shards must lie under tokens where the run makes its tokens itself, such as tokens/clips; found 'clips'."));
        Assert.That(Directory.Exists(In("elsewhere")), Is.False);

        Directory.CreateDirectory(In("letters"));
        File.WriteAllText(In("letters/letter.txt"), "Dear Alan");
        var foreign = Host.Run(_folder, Own("letters", "mixture:data:clips:shards=tokens/clips"));
        Assert.That(foreign.ExitCode, Is.EqualTo(2), foreign.Error);
        Assert.That(foreign.Error, Does.Contain("holds something else than a run").And.Not.Contain("tokenizing"));
        Assert.That(Directory.GetFileSystemEntries(In("letters")), Has.Length.EqualTo(1));
    }

    [Test]
    public void Two_processes_train_it_together_and_the_first_writes()
    {
        string[] command = ["train", "recipe.yaml", "--folder", "shared", "--set", "steps=3", "--set", "samples=0"];
        var port = FreePort();
        using var first = Host.Start(_folder, Environment(0), command);
        using var second = Host.Start(_folder, Environment(1), command);

        var (leading, following) = (first.Wait().Succeeded(), second.Wait().Succeeded());

        Assert.That(leading.Output, Does.Contain("held_out_loss"));
        Assert.That(following.Output, Is.Empty);
        var steps = File.ReadLines(In("shared/log.jsonl")).Count(line => line.Contains("\"event\":\"step\"", StringComparison.Ordinal));
        Assert.That(steps, Is.EqualTo(3));

        (string, string)[] Environment(int rank) =>
            [("RANK", $"{rank}"), ("WORLD_SIZE", "2"), ("MASTER_ADDR", "localhost"), ("MASTER_PORT", $"{port}")];
    }

    // A run that makes its tokens itself.
    private static string[] Own(string folder, params string[] settings) =>
    [
        "train", "recipe.yaml", "--data", "clips", "--folder", folder, "--set", "steps=2", "--set", "samples=0",
        "--set", $"data:tokenize:tokenizers={TestFiles.Weights}",
        "--set", "weights:videoTokenizer=tokenizers/video-tokenizer.safetensors",
        "--set", "weights:audioTokenizer=tokenizers/audio-tokenizer.safetensors",
        .. settings.SelectMany(setting => new[] { "--set", setting }),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(string name) => Path.Join(_folder, name);
}
