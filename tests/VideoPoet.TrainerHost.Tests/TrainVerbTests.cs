using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class TrainVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder()
    {
        _folder = TestFiles.NewFolder();
        File.Copy(TestFiles.Model, In("tiny.yaml"));
        File.WriteAllText(In("recipe.yaml"), """
            trains: video-tokenizer
            model: tiny.yaml
            data: { source: clips, width: 32, height: 32, margin: 1, flip: false, heldOut: 30% }
            stages:
              - { name: frames, until: 50%, frames: 1, batch: 2 }
              - { name: clips, frames: 5, batch: 1 }
            loss: { perceptual: 0 }
            steps: 4
            seed: 1
            precision: fp32
            optimizer: { learningRate: 1e-3 }
            schedule: { warmup: 1 }
            evaluation: { every: 2, batches: 1 }
            checkpoints: { folder: run, every: 2 }
            """);
        Directory.CreateDirectory(In("clips"));
        File.Copy(TestFiles.SilentClip, In("clips/moving.mp4"));
    }

    [Test]
    public void A_recipe_is_trained_and_its_weights_take_files_to_tokens_and_back()
    {
        var result = Host.Run(_folder, "train", "recipe.yaml").Succeeded();
        Assert.That(result.Output, Does.Contain("psnr_db").And.Contains("weights "));
        foreach (var line in new[] { "trains      video-tokenizer", "4 of 4 steps", "step 2, held-out data: psnr_db" })
            Assert.That(result.Error, Does.Contain(line));

        Host.Run(_folder, "reconstruct", TestFiles.Clip, "--model", "tiny.yaml", "--weights", "run/weights", "--format", "32x32x5", "-o", "back.mp4")
            .Succeeded();
        Assert.That(File.Exists(In("back.mp4")), Is.True);
    }

    [Test]
    public void Settings_win_over_the_recipe_and_the_answer_is_JSON_where_it_is_asked_for()
    {
        Directory.Move(In("clips"), In("others"));
        var result = Host.Run(
            _folder, "train", "recipe.yaml", "--data", "others", "--folder", "elsewhere", "--set", "steps=2", "--json").Succeeded();
        var answer = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(answer.GetProperty("trains").GetString(), Is.EqualTo("video-tokenizer"));
        Assert.That(answer.GetProperty("steps_taken").GetInt32(), Is.EqualTo(2));
        Assert.That(answer.GetProperty("evaluation").GetProperty("psnr_db").GetDouble(), Is.GreaterThan(0));
        Assert.That(File.Exists(In("elsewhere/weights/video-tokenizer.safetensors")), Is.True);
        Assert.That(Directory.Exists(In("run")), Is.False);
    }

    [Test]
    public void The_card_of_a_packed_run_is_about_the_step_of_its_best_weights()
    {
        // That of single frames measures most windows and does not count; of clips all measure as many, so the first is the best.
        string[] settings = ["evaluation:best:highest=windows", "evaluation:every=1", "stages:0:until=25%"];
        Host.Run(_folder, ["train", "recipe.yaml", .. settings.SelectMany(setting => new[] { "--set", setting })]).Succeeded();
        string[] package = ["package", "run", "--model", "tiny.yaml", "-o", "packed", "--json"];

        var trained = JsonDocument.Parse(Host.Run(_folder, package).Succeeded().Output).RootElement
            .GetProperty("parts").GetProperty("video").GetProperty("training");

        var log = File.ReadLines(In("run/log.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        JsonElement Logged(string what, int step) =>
            log.Single(entry => entry.GetProperty("event").GetString() == what && entry.GetProperty("step").GetInt32() == step);
        Assert.That(log[^1].GetProperty("step").GetInt32(), Is.EqualTo(4));
        var (frames, clips) = (Logged("evaluation", 1), Logged("evaluation", 2));
        Assert.That(frames.GetProperty("windows").GetInt32(), Is.GreaterThan(clips.GetProperty("windows").GetInt32()));
        Assert.That(trained.GetProperty("steps").GetInt32(), Is.EqualTo(2));
        Assert.That(trained.GetProperty("figures").GetProperty("psnr_db").GetDouble(), Is.EqualTo(clips.GetProperty("psnr_db").GetDouble()));
        Assert.That(
            trained.GetProperty("seconds").GetDouble(),
            Is.EqualTo(Logged("step", 1).GetProperty("seconds").GetDouble() + Logged("step", 2).GetProperty("seconds").GetDouble()));

        Directory.Delete(In("run/checkpoints"), recursive: true);
        var unknown = Host.Run(_folder, package);
        Assert.That(unknown.ExitCode, Is.EqualTo(2), unknown.Error);
        Assert.That(unknown.Error, Does.Contain("'run' has no checkpoint that says of which step its best weights are"));
    }

    [TestCase(PosixSignal.SIGINT)]
    [TestCase(PosixSignal.SIGTERM)]
    public void A_signal_saves_and_ends_and_the_same_command_goes_on(PosixSignal signal)
    {
        string[] settings = ["steps=1000000", "evaluation:every=1000000", "checkpoints:every=1000000"];
        string[] command = ["train", "recipe.yaml", .. settings.SelectMany(setting => new[] { "--set", setting })];
        using var running = Host.Start(_folder, command);
        running.WaitFor(" of 1000000 steps");
        running.Signal(signal);
        var stopped = running.Wait();
        Assert.That(stopped.ExitCode, Is.EqualTo(1), stopped.Error);
        Assert.That(stopped.Error, Does.Match(@"stopped after step \d+ of 1000000, and saved in run; the same command goes on from there\."));
        Assert.That(stopped.Output, Is.Empty);

        using var again = Host.Start(_folder, command);
        again.WaitFor("going on after step ");
        again.WaitFor(" of 1000000 steps");
        again.Signal(signal);
        Assert.That(again.Wait().ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void A_dry_run_measures_steps_and_writes_no_run()
    {
        var result = Host.Run(_folder, "train", "recipe.yaml", "--dry-run", "--json").Succeeded();
        var answer = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(StagesOf(answer), Is.EqualTo(new[] { ("frames", 2), ("clips", 2) }));
        Assert.That(answer.GetProperty("seconds").GetDouble(), Is.GreaterThan(0));
        Assert.That(answer.GetProperty("peak_memory_bytes").GetInt64(), Is.GreaterThan(10_000_000));
        Assert.That(answer.GetProperty("networks").GetProperty("tokenizer").GetInt64(), Is.GreaterThan(100_000));
        Assert.That(Directory.Exists(In("run")), Is.False);
    }

    [Test]
    public void A_dry_run_measures_what_begins_within_a_stage_too()
    {
        string[] settings = ["loss:adversarial:channels=4", "loss:adversarial:from=75%"];
        var result = Host.Run(
            _folder, ["train", "recipe.yaml", "--dry-run", "--json", .. settings.SelectMany(setting => new[] { "--set", setting })]).Succeeded();
        var answer = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(StagesOf(answer), Is.EqualTo(new[] { ("frames", 2), ("clips", 1), ("adversarial", 1) }));
    }

    [Test]
    public void A_bad_file_is_left_out_and_said()
    {
        File.WriteAllText(In("clips/broken.mp4"), "this is no video");
        var result = Host.Run(_folder, "train", "recipe.yaml", "--dry-run").Succeeded();
        Assert.That(result.Output, Does.Contain("1 sources").And.Contains("left out: ").And.Contains("broken.mp4"));
    }

    [TestCase("there is no file 'nothing.yaml'", "nothing.yaml")]
    [TestCase("steps", "recipe.yaml", "--set", "steps=0")]
    [TestCase("a setting is key=value", "recipe.yaml", "--set", "steps")]
    [TestCase("nowhere: does not exist", "recipe.yaml", "--data", "nowhere")]
    [TestCase("has no media file", "recipe.yaml", "--data", "empty")]
    [TestCase("holds something else than a run", "recipe.yaml", "--folder", "clips")]
    [TestCase("holds no tokenized dataset", "LANGUAGE")]
    [TestCase("'--dryrun'", "recipe.yaml", "--dryrun")]
    public void Bad_input_is_answered_with_a_message_and_no_run_begins(string message, params string[] arguments)
    {
        Directory.CreateDirectory(In("empty"));
        var language = Path.Join(Host.RepositoryRoot, "task-specs", "recipes", "mini.yaml");
        var result = Host.Run(_folder, ["train", .. arguments.Select(word => word == "LANGUAGE" ? language : word)]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(result.Output, Is.Empty);
        Assert.That(
            Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "clips", "empty", "recipe.yaml", "tiny.yaml" }));
        Assert.That(Directory.GetFiles(In("clips")).Select(Path.GetFileName), Is.EqualTo(new[] { "moving.mp4" }));
    }

    [Test]
    public void A_run_does_not_go_on_with_another_recipe()
    {
        Host.Run(_folder, "train", "recipe.yaml", "--set", "steps=2").Succeeded();
        var result = Host.Run(_folder, "train", "recipe.yaml", "--set", "optimizer:learningRate=0.5");
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("optimizer:learningRate was 0.001, is 0.5"));
    }

    private static (string? Name, int Steps)[] StagesOf(JsonElement answer) => [.. answer.GetProperty("stages").EnumerateArray()
        .Select(stage => (stage.GetProperty("name").GetString(), stage.GetProperty("steps").GetInt32()))];

    private string In(string name) => Path.Join(_folder, name);
}
