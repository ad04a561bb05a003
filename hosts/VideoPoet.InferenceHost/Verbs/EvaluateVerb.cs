using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Evaluation;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Evaluate;
using VideoPoet.Toybox;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>evaluate</c>: what a model gets right of requests whose answers are known.</summary>
internal static class EvaluateVerb
{
    private static readonly Argument<string> Model = new("MODEL")
    {
        Description = "The model: its folder, or the name of one that comes along, such as mini.",
    };

    private static readonly Option<int> Count = new("--requests", "-n")
    {
        Description = "How many requests a task.",
        HelpName = "N",
        DefaultValueFactory = _ => new ToyEvaluationOptions().Count,
    };

    private static readonly Option<string[]> Tasks = new("--task")
    {
        Description = "Only this task or chain; may be repeated.",
        HelpName = "NAME",
    };

    private static readonly Option<string> Scenes = new("--scenes")
    {
        Description = "The scenes of Toybox that requests are made of; of them seed, split, objects and style count.",
        HelpName = "toybox:…",
        DefaultValueFactory = _ => "toybox:seed=1000,split=held-out",
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The seed of the first request; each other has the next one.",
        HelpName = "N",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "The size and the length: a format by name; the smallest video that the model knows for the task when absent.",
        HelpName = "FORMAT",
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Where the results are kept while it runs: the same command goes on from them. runs/evaluation-MODEL when absent.",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> Tune = new("--tune")
    {
        Description = $"Find how each task is best drawn, on other scenes and seeds, and write {ModelSampling.FileName} into the folder.",
    };

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "How many requests are generated at a time, each on one thread; it changes no answer.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object with an object a task." };

    public static Command Create()
    {
        var verb = new Verb(
            "evaluate",
            "Asks a model for clips of combinations that no training has seen, and counts what a judge reads in them. Beside each figure stands its "
            + "ceiling: the same of the true clips after their way through the tokenizers. The same command goes on after an interruption.",
            example: "evaluate mini --requests 4 --task text-to-video --json")
        {
            Model,
            Count,
            Tasks,
            Scenes,
            Seed,
            Format,
            Folder,
            Tune,
            Jobs,
            Json,
        };
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, isTuning, jobs) = (parsed.GetRequiredValue(Model), parsed.GetValue(Tune), parsed.GetValue(Jobs));
        var options = OptionsOf(parsed);
        using var generator = VideoPoetGenerator.Create(chosen =>
        {
            chosen.Model = name;
            chosen.Threads = 1;
            chosen.ConcurrentGenerations = jobs;
            chosen.Catalog = PluginOptions.Discover(parsed).Catalog;
        });
        var folder = parsed.GetValue(Folder)
            ?? Path.Join("runs", $"{(isTuning ? "sampling" : "evaluation")}-{Path.GetFileName(Path.TrimEndingDirectorySeparator(name))}");
        var asked = Asked(parsed, generator);
        using var run = new EvaluationRun(generator, folder, options);
        return isTuning
            ? await TuneAsync(run, generator, asked, folder, options.Format, cancellationToken)
            : await EvaluateAsync(run, generator, asked, options.Format, parsed.GetValue(Json), cancellationToken);
    }

    private static async Task<int> EvaluateAsync(
        EvaluationRun run, VideoPoetGenerator generator, IReadOnlyList<IToyProtocol> asked, string? format, bool asJson, CancellationToken cancellationToken)
    {
        var sampling = generator.GetService<GenerationModel>()!.Sampling;
        var figures = new List<(string, TaskFigures?, string?)>();
        await ProgressDisplay.RunAsync("requests", async display =>
        {
            foreach (var protocol in asked)
            {
                var obstacle = protocol.Obstacle(generator, new() { Format = format });
                if (obstacle is not null)
                    display.Say($"{protocol.Name}: left out. {obstacle}");
                figures.Add((
                    protocol.Name, obstacle is null ? await run.AskAsync(protocol, sampling.For, protocol.Name, display, cancellationToken) : null, obstacle));
            }
            return true;
        });
        if (figures.All(figure => figure.Item2 is null))
            throw new ArgumentException($"nothing of what was asked for can be generated. {string.Join(' ', figures.Select(figure => figure.Item3).Distinct())}");
        if (asJson)
            Console.Out.WriteLine(EvaluationListing.ToJson(figures));
        else
            EvaluationListing.Write(figures, Console.Out);
        return HostRunner.Done;
    }

    private static async Task<int> TuneAsync(
        EvaluationRun run, VideoPoetGenerator generator, IReadOnlyList<IToyProtocol> asked, string folder, string? format,
        CancellationToken cancellationToken)
    {
        var check = generator.GetService<RequestCheck>()!;
        // A chain is drawn as its tasks are.
        var tuned = asked.Where(protocol => check.Catalog.TryGet(protocol.Name, out _)
            && protocol.Obstacle(generator, new() { Format = format }) is null).ToArray();
        if (tuned.Length == 0)
            throw new ArgumentException("nothing of what was asked for can be tuned: a chain is drawn as its tasks are, and other tasks cannot be generated.");
        // What an earlier search found of other tasks stays.
        var before = ModelSampling.Read(folder);
        var best = before.Tasks.ToDictionary(task => task, task => before.For(task, hasPrompt: true));
        await ProgressDisplay.RunAsync("requests", async display =>
        {
            foreach (var protocol in tuned)
            {
                var (found, mean) = await new SamplingSearch(run, display)
                    .SearchAsync(protocol, way => protocol.Obstacle(generator, way with { Format = format }), cancellationToken);
                best[protocol.Name] = found;
                display.Say(FormattableString.Invariant($"{protocol.Name}: best {mean:0.000}"));
            }
            return true;
        });
        var file = Path.Join(folder, ModelSampling.FileName);
        OutputFile.Write(file, ModelSampling.ToJson(best));
        Console.Out.WriteLine(file);
        return HostRunner.Done;
    }

    private static ToyEvaluationOptions OptionsOf(ParseResult parsed)
    {
        var (count, jobs, scenes) = (parsed.GetValue(Count), parsed.GetValue(Jobs), ToyboxOptions.Parse(parsed.GetRequiredValue(Scenes)));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, Count.Name);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1, Jobs.Name);
        // Settings are chosen on other scenes and seeds than those that they are reported on.
        var isTuning = parsed.GetValue(Tune);
        return new()
        {
            Count = count,
            Scenes = isTuning ? scenes with { Seed = unchecked(scenes.Seed + 1) } : scenes,
            Seed = isTuning ? unchecked(parsed.GetValue(Seed) - 1_000_000) : parsed.GetValue(Seed),
            Format = parsed.GetValue(Format),
            Parallel = jobs,
        };
    }

    private static IReadOnlyList<IToyProtocol> Asked(ParseResult parsed, VideoPoetGenerator generator)
    {
        var all = ToyQuestions.All(generator.GetService<RequestCheck>()!.Catalog);
        if (parsed.GetValue(Tasks) is not { Length: > 0 } names)
            return all;
        var unknown = names.FirstOrDefault(name => all.All(protocol => protocol.Name != name));
        return unknown is null
            ? [.. all.Where(protocol => names.Contains(protocol.Name))]
            : throw new ArgumentException(Names.Unknown("task", unknown, all.Select(protocol => protocol.Name)));
    }
}
