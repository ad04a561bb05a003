using System.Globalization;
using System.Security.Cryptography;
using VideoPoet.CommandLine;
using VideoPoet.Evaluation;
using VideoPoet.Inference;
using VideoPoet.Models.LanguageModel;

namespace VideoPoet.InferenceHost.Evaluate;

/// <summary>Asks a model task by task; results are kept in a folder, so that the same evaluation goes on where it was interrupted.</summary>
/// <param name="generator">The model.</param>
/// <param name="folder">The folder.</param>
/// <param name="options">Which scenes, and how.</param>
internal sealed class EvaluationRun(VideoPoetGenerator generator, string folder, ToyEvaluationOptions options) : IDisposable
{
    private readonly ClipReconstructor reconstructor = new(generator.GetService<GenerationModel>()!);
    private readonly Lazy<string> weights = new(() => HashOf(generator.GetService<GenerationModel>()!));

    /// <summary>Asks about one task.</summary>
    /// <param name="protocol">What is asked.</param>
    /// <param name="sampling">How a task is drawn, with a prompt or without.</param>
    /// <param name="name">What its results are kept under.</param>
    /// <param name="display">Is told how far it has come.</param>
    /// <param name="cancellationToken">Cancels; results are kept.</param>
    public async Task<TaskFigures> AskAsync(
        IToyProtocol protocol, Func<string, bool, VideoGenerationOptions> sampling, string name, IWorkDisplay display,
        CancellationToken cancellationToken)
    {
        var settings = SettingsOf(protocol, sampling);
        using var file = ResultFile.Open(Path.Join(folder, name + ".jsonl"), settings);
        display.Report(new(file.Results.Count, options.Count, name));
        var known = file.Results.Select(result => result.Index).ToHashSet();
        await new ToyEvaluation(generator, reconstructor, options).RunAsync(protocol, sampling, known, Took, cancellationToken);
        return TaskFigures.Of(file.Results);

        void Took(ToyResult result)
        {
            file.Add(result);
            display.Report(new(file.Results.Count, options.Count, name));
        }
    }

    public void Dispose() => reconstructor.Dispose();

    private Dictionary<string, string> SettingsOf(IToyProtocol protocol, Func<string, bool, VideoGenerationOptions> sampling)
    {
        var settings = new Dictionary<string, string>
        {
            ["task"] = protocol.Name,
            ["weights"] = weights.Value,
            ["scenes"] = options.Scenes.ToString(),
            ["format"] = protocol.FormatOf(generator, options.Format).ToString(),
            ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var task in protocol.Tasks)
        {
            var drawn = sampling(task, true);
            settings[$"sampling of {task}"] = string.Create(
                CultureInfo.InvariantCulture,
                $"guidance {drawn.Guidance}, temperature {drawn.Temperature}, top-k {drawn.TopK?.ToString(CultureInfo.InvariantCulture) ?? "all"}, "
                + $"top-p {drawn.TopP}, resamples {drawn.Resamples}");
        }
        return settings;
    }

    private static string HashOf(GenerationModel model)
    {
        using var stream = File.OpenRead(LanguageModelFolder.FindWeights(model.Folder));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
