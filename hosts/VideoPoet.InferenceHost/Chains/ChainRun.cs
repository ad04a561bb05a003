using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;
using VideoPoet.Media;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>Runs a chain and writes what its last step leaves, with a record, and what the others left where that is asked for.</summary>
/// <param name="choice">What is run.</param>
/// <param name="file">Where the output goes; empty when nobody said.</param>
/// <param name="keep">The folder for the output of each step; null to keep none.</param>
/// <param name="reproduction">What a record says came of it; null without a record.</param>
internal sealed class ChainRun(ChainChoice choice, string file, string? keep, Reproduction? reproduction)
{
    private readonly VideoChain chain = choice.ToChain();

    /// <summary>Checks everything and opens the model.</summary>
    /// <param name="check">Finds tasks, and has what was found already.</param>
    /// <exception cref="VideoGenerationException">Anything is wrong; everything that was found is listed.</exception>
    public VideoPoetGenerator Open(GenerationCheck check)
    {
        var definitions = chain.Steps.Select(step => check.Define(step.Task, step.Parameters)).ToArray();
        var first = definitions[0] is { } definition ? new TaskNeeds(chain.Steps[0].Task, definition) : null;
        if (first is not null)
        {
            // A prompt that the first step takes no notice of may be for another.
            var prompt = first.Taken.Contains(MediaRole.Prompt) ? choice.PromptOf(chain.Steps[0]) : null;
            check.Add(first.Problems(TaskNeeds.RolesOf(prompt, choice.Media)));
        }
        if (choice.Prompt is not null && definitions.All(step => step?.Inputs.All(input => input.View.Modality != Modality.Text) ?? false))
            check.Add(["no step of the chain takes --prompt. Leave it out."]);
        if (definitions[^1] is { } last)
            check.Add(new Target(file).Problems(chain.Steps[^1].Task, last, count: 1, [.. choice.Media.Select(medium => medium.File)]));
        if (keep is not null)
            check.Add(KeepProblems(keep));
        var request = new VideoGenerationRequest(chain.Steps[0].Task) { Prompt = choice.Prompt };
        return check.Open(choice.Model, generator => chain.Problems(generator, Completed(first)), request, choice.Options);
    }

    /// <summary>Runs.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="asJson">Whether standard output gets an answer for a program.</param>
    /// <param name="cancellationToken">Cancels; nothing unfinished is left.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(VideoPoetGenerator generator, bool asJson, CancellationToken cancellationToken)
    {
        if (keep is not null)
            Directory.CreateDirectory(keep);
        var response = await ProgressDisplay.RunAsync(
            GenerationProgress.Units,
            display => chain.GenerateAsync(generator, choice.ToRequest(), new ChainDisplay(chain, display, reproduction).Show, cancellationToken));
        await response.Result.SaveAsync(file, cancellationToken);
        OutputFile.SayWritten(file);
        var content = ContentHash.FactsOf(response.Result.Samples[0]);
        var record = Sidecar.PathFor(file);
        ChainSidecar.Of(choice, [.. response.Steps.Select(step => step.Record)], content, RecordFile.FolderOf(record)).Write(record);
        var kept = keep is null ? null : await KeepAsync(response, keep, cancellationToken);
        var listing = new FileListing(file, record, content);
        var isSame = reproduction?.IsSame(content);
        if (asJson)
        {
            var steps = chain.Steps.Select((step, index) => ChainStepListing.Of(step, response.Steps[index], kept?[index]));
            Console.Out.WriteLine(JsonSerializer.Serialize(new ChainListing([.. steps], listing, isSame), GenerateJson.Default.ChainListing));
        }
        else
        {
            GenerationReport.WriteFiles([listing], Console.Out);
        }
        return Reproduction.Conclude(isSame);
    }

    private VideoChainRequest Completed(TaskNeeds? first)
    {
        var request = choice.ToRequest();
        if (first is null)
            return request;
        var (prompt, media) = first.Completed(choice.PromptOf(chain.Steps[0]), choice.Media);
        return request with { Prompt = choice.Prompt ?? prompt, Media = media };
    }

    private IEnumerable<string> KeepProblems(string folder)
    {
        if (File.Exists(folder))
            yield return $"{folder}: is a file, and --keep names a folder.";
        // A record may hold any name.
        foreach (var title in chain.Steps.Select(step => step.Title).Where(title => Path.GetFileName(title) != title))
            yield return $"the step '{title}' cannot name a file. Leave --keep out.";
        var kept = chain.Steps.Select((_, index) => Path.GetFullPath(KeptName(folder, index))).ToHashSet();
        foreach (var used in choice.Media.Select(medium => medium.File).Append(file).Where(name => name.Length > 0))
        {
            if (kept.Contains(Path.ChangeExtension(Path.GetFullPath(used), null)))
                yield return $"{used}: --keep would replace it. Name another folder.";
        }
    }

    // Without the extension, which depends on what the step leaves.
    private string KeptName(string folder, int step) => Path.Join(folder, $"{step + 1}-{chain.Steps[step].Title}");

    private async Task<string[]> KeepAsync(VideoChainResponse response, string folder, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        for (var index = 0; index < response.Steps.Count; index++)
        {
            var step = response.Steps[index];
            var kept = KeptName(folder, index) + ExtensionOf(step);
            await step.SaveAsync(kept, cancellationToken);
            OutputFile.SayWritten(kept);
            files.Add(kept);
        }
        return [.. files];
    }

    private string ExtensionOf(VideoGenerationResponse step) =>
        step.Frames is null ? ".wav"
        : step.Frames.Count == 1 ? ".png"
        : VideoFileWriter.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) ? Path.GetExtension(file)
        : ".mp4";
}
