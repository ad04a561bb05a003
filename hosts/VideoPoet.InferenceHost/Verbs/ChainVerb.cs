using System.CommandLine;
using System.CommandLine.Parsing;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Chains;
using VideoPoet.InferenceHost.Generate;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>chain</c>: tasks one after another, each of which takes the clip that the one before has left.</summary>
internal static class ChainVerb
{
    private static readonly Argument<string?> Chain = new("CHAIN")
    {
        Description = $"The YAML file with the steps, or one that comes along: {string.Join(", ", ChainFile.Names)}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Prompts = new("--prompt-of")
    {
        Description = "The prompt of one step, as step=text; may be repeated. --prompt is that of all others.",
        HelpName = "STEP=TEXT",
        Validators = { CheckPrompts },
    };

    private static readonly Option<string> Keep = new("--keep")
    {
        Description = "A folder that gets the output of each step, such as 1-animate.mp4.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> Again = new("--again")
    {
        Description = "Run what a record says, and see that it is the same bit for bit. The record says everything but where the output goes.",
        HelpName = "FILE.json",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "chain",
            "Generates by several tasks, each of which takes what the one before has left. Ctrl-C ends it, and leaves nothing unfinished.",
            example: "chain text-to-audio-video --prompt \"a red ball bounces on a blue floor\" --seed 7 -o ball.mp4 --keep steps")
        {
            Chain,
        };
        Option[] options =
            [.. MediaOptions.All, Prompts, .. SamplingOptions.All, TargetOptions.File, Keep, Again, .. ModelOptions.All, Json];
        foreach (var option in options)
            verb.Options.Add(option);
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = PluginOptions.Discover(parsed);
        var check = new GenerationCheck(found);
        var (choice, reproduction) = parsed.GetValue(Again) is { } record ? Read(record, parsed, check) : (Read(parsed, found), null);
        var file = parsed.GetValue(TargetOptions.File) ?? "";
        var run = new ChainRun(choice, file, parsed.GetValue(Keep), reproduction);
        using var generator = run.Open(check);
        return await run.RunAsync(generator, parsed.GetValue(Json), cancellationToken);
    }

    private static ChainChoice Read(ParseResult parsed, DiscoveryResult found)
    {
        var file = parsed.GetValue(Chain)
            ?? throw new ArgumentException($"name a chain: a YAML file, or one that comes along: {string.Join(", ", ChainFile.Names)}.");
        var model = ModelOptions.Read(parsed);
        var choice = new ChainChoice(model, ChainFile.Read(file, found.Catalog), SamplingOptions.Read(parsed, count: 1, new()))
        {
            Prompt = MediaOptions.ReadPrompt(parsed),
            Prompts = (parsed.GetValue(Prompts) ?? []).Select(prompt => prompt.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]),
            Media = MediaOptions.ReadFiles(parsed),
        };
        var sampling = ModelSampling.Find(model.Model);
        return choice with
        {
            TaskOptions = choice.ToChain().Steps.Where(step => sampling.Tasks.Contains(step.Task)).DistinctBy(step => step.Task).ToDictionary(
                step => step.Task,
                step => SamplingOptions.Read(parsed, count: 1, sampling.For(step.Task, choice.PromptOf(step) is not null)) with
                {
                    Seed = choice.Options.Seed,
                }),
        };
    }

    private static (ChainChoice Choice, Reproduction? Reproduction) Read(string file, ParseResult parsed, GenerationCheck check)
    {
        check.Add(Reproduction.Overruled(parsed, [Chain, .. MediaOptions.All, Prompts, .. SamplingOptions.All, .. ModelOptions.Recorded]));
        var record = ChainSidecar.Read(file);
        var choice = record.ToChoice(RecordFile.FolderOf(file));
        return (choice with { Model = ModelOptions.Read(parsed, choice.Model) }, new(record.Model, record.Media, record.Content));
    }

    private static void CheckPrompts(OptionResult result)
    {
        var prompts = result.Tokens.Select(token => token.Value).ToArray();
        foreach (var prompt in prompts.Where(prompt => !prompt.Contains('=', StringComparison.Ordinal)))
            result.AddError($"--prompt-of: '{prompt}' is no prompt of a step; write step=text, such as animate=\"a boat sails\".");
        foreach (var step in prompts.GroupBy(prompt => prompt.Split('=')[0]).Where(step => step.Count() > 1))
            result.AddError($"--prompt-of: the step '{step.Key}' has {step.Count()} prompts.");
    }
}
