using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Generates what was asked for and writes it, with its records.</summary>
/// <param name="choice">What is asked for.</param>
/// <param name="target">Where it goes.</param>
/// <param name="reproduction">What a record says came of it; null without a record.</param>
internal sealed class Generation(GenerationChoice choice, Target target, Reproduction? reproduction)
{
    private const int StandardOutput = 1;

    /// <summary>Checks everything and opens the model.</summary>
    /// <param name="check">Finds tasks, and has what was found already.</param>
    /// <exception cref="VideoGenerationException">Anything is wrong; everything that was found is listed.</exception>
    public OpenedGeneration Open(GenerationCheck check)
    {
        var request = choice.ToRequest();
        var definition = check.Define(choice.Task, request.Parameters);
        if (definition is not null)
        {
            check.Add(new TaskNeeds(choice.Task, definition).Problems(TaskNeeds.RolesOf(choice.Prompt, choice.Media)));
            check.Add(target.Problems(choice.Task, definition, choice.Options.Count, [.. choice.Media.Select(medium => medium.File)]));
        }
        return new(check.Open(choice.Model, generator => Problems(generator, request, definition), request, choice.Options), request, definition!);
    }

    /// <summary>Generates.</summary>
    /// <param name="opened">The model and the request.</param>
    /// <param name="asJson">Whether standard output gets an answer for a program.</param>
    /// <param name="cancellationToken">Cancels; nothing unfinished is left.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(OpenedGeneration opened, bool asJson, CancellationToken cancellationToken)
    {
        var outcome = await ProgressDisplay.RunAsync(GenerationProgress.Units, async display =>
        {
            await using var sink = Sink(opened.Definition, cancellationToken);
            var updates = opened.Generator.GenerateStreamingAsync(opened.Request, choice.Options, cancellationToken);
            return await new GenerationRun(updates, sink, record => reproduction?.Check(record)).RunAsync(display);
        });
        var files = target.File is null ? [] : WriteRecords(outcome);
        GenerationReport.WriteCost(outcome, Console.Error);
        if (target.File is null)
            Console.Error.WriteLine(GenerationReport.Of(outcome.Contents[0]));
        var isSame = reproduction?.IsSame(outcome.Contents[0]);
        if (asJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(GenerationListing.Of(outcome, files, isSame), GenerateJson.Default.GenerationListing));
        else
            GenerationReport.WriteFiles(files, Console.Out);
        return Reproduction.Conclude(isSame);
    }

    private IEnumerable<string> Problems(VideoPoetGenerator generator, VideoGenerationRequest request, TaskDefinition? definition)
    {
        if (definition is not null)
        {
            var (prompt, media) = new TaskNeeds(choice.Task, definition).Completed(choice.Prompt, choice.Media);
            request = request with { Prompt = prompt, Media = media };
        }
        return generator.GetService<RequestCheck>()!.Problems(request, choice.Options);
    }

    private IGenerationSink Sink(TaskDefinition definition, CancellationToken cancellationToken)
    {
        if (target.File is null)
            return new PipeSink(OpenStandardOutput(), definition.OutputModalities[0], cancellationToken);
        var files = target.Files(choice.Options.Count);
        return Target.TakesParts(target.File, definition)
            ? new VideoFilesSink(files, cancellationToken)
            : new WholeFilesSink(files, cancellationToken);
    }

    // The console's own stream takes no notice when the reader has gone, and the generation would go on for nobody.
    private static FileStream OpenStandardOutput() => new(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    private FileListing[] WriteRecords(GenerationOutcome outcome)
    {
        var files = new List<FileListing>();
        foreach (var (file, content) in target.Files(outcome.Contents.Count).Zip(outcome.Contents))
        {
            OutputFile.SayWritten(file);
            var record = Sidecar.PathFor(file);
            Sidecar.Of(choice, outcome.Record, content, RecordFile.FolderOf(record)).Write(record);
            files.Add(new(file, record, content));
        }
        return [.. files];
    }
}
