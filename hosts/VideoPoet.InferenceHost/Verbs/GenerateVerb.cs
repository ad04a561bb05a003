using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>generate</c>: video, images and sound by a task.</summary>
internal static class GenerateVerb
{
    private static readonly Argument<string?> TaskName = new("TASK")
    {
        Description = "The task, such as text-to-video; ./videopoet tasks lists them all.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A parameter of the task, as name=value; may be repeated.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<int> Count = new("--samples", "-n")
    {
        Description = "How many samples; each has the seed after that of the one before.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Again = new("--again")
    {
        Description = "Generate what a record says, and see that it is the same bit for bit. The record says everything but where the output goes.",
        HelpName = "FILE.json",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "generate",
            "Generates video, images or sound. Ctrl-C ends it, and leaves nothing unfinished.",
            example: "generate text-to-video --prompt \"a red ball bounces on a blue floor\" --seed 7 -o ball.mp4")
        {
            TaskName,
        };
        Option[] options =
            [.. MediaOptions.All, Set, .. SamplingOptions.All, Count, .. TargetOptions.All, Again, .. ModelOptions.All, Json];
        foreach (var option in options)
            verb.Options.Add(option);
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asJson = parsed.GetValue(Json);
        var problems = new List<string>();
        var (choice, reproduction) = parsed.GetValue(Again) is { } record ? Read(record, parsed, problems) : (Read(parsed), null);
        var target = TargetOptions.Read(parsed, choice.Options.Count, asJson, problems);
        var check = new GenerationCheck(PluginOptions.Discover(parsed));
        check.Add(problems);
        var generation = new Generation(choice, target, reproduction);
        try
        {
            using var opened = generation.Open(check);
            return await generation.RunAsync(opened, asJson, cancellationToken);
        }
        catch (ClosedPipeException exception)
        {
            Console.Error.WriteLine($"stopped: {exception.Message}");
            return HostRunner.Failed;
        }
    }

    private static GenerationChoice Read(ParseResult parsed)
    {
        var task = parsed.GetValue(TaskName)
            ?? throw new ArgumentException("name a task, such as text-to-video; ./videopoet tasks lists them all.");
        var (model, prompt) = (ModelOptions.Read(parsed), MediaOptions.ReadPrompt(parsed));
        var usual = ModelSampling.Find(model.Model).For(task, prompt is not null);
        return new(model, task, SamplingOptions.Read(parsed, parsed.GetValue(Count), usual))
        {
            Prompt = prompt,
            Media = MediaOptions.ReadFiles(parsed),
            Settings = (parsed.GetValue(Set) ?? []).ToValueList(),
        };
    }

    private static (GenerationChoice Choice, Reproduction? Reproduction) Read(string file, ParseResult parsed, List<string> problems)
    {
        problems.AddRange(Reproduction.Overruled(
            parsed, [TaskName, .. MediaOptions.All, Set, .. SamplingOptions.All, Count, .. ModelOptions.Recorded]));
        var record = Sidecar.Read(file);
        var choice = record.ToChoice(RecordFile.FolderOf(file));
        return (choice with { Model = ModelOptions.Read(parsed, choice.Model) }, new(record.Model, record.Media, record.Content));
    }
}
