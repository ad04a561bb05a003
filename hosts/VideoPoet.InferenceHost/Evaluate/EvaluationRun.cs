using System.Globalization;
using System.Security.Cryptography;
using VideoPoet.CommandLine;
using VideoPoet.Evaluation;
using VideoPoet.Inference;
using VideoPoet.Models.LanguageModel;

namespace VideoPoet.InferenceHost.Evaluate;

/// <summary>Asks a model task by task; results are kept in a folder, so that the same evaluation goes on where it was interrupted.</summary>
internal sealed class EvaluationRun : IDisposable
{
    private readonly VideoPoetGenerator _generator;
    private readonly string _folder;
    private readonly ToyEvaluationOptions _options;
    private readonly ClipReconstructor _reconstructor;
    private readonly ToyEvaluation _evaluation;
    private readonly Lazy<string> _weights;

    /// <summary>Prepares to ask.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which scenes, and how.</param>
    public EvaluationRun(VideoPoetGenerator generator, string folder, ToyEvaluationOptions options)
    {
        (_generator, _folder, _options) = (generator, folder, options);
        var model = generator.GetService<GenerationModel>()!;
        _reconstructor = new(model);
        _evaluation = new(generator, _reconstructor, options);
        _weights = new(() => HashOf(model));
    }

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
        using var file = ResultFile.Open(Path.Join(_folder, name + ".jsonl"), settings);
        display.Report(new(file.Results.Count, _options.Count, name));
        var known = file.Results.Select(result => result.Index).ToHashSet();
        await _evaluation.RunAsync(protocol, sampling, known, Took, cancellationToken);
        return TaskFigures.Of(file.Results);

        void Took(ToyResult result)
        {
            file.Add(result);
            display.Report(new(file.Results.Count, _options.Count, name));
        }
    }

    public void Dispose() => _reconstructor.Dispose();

    private Dictionary<string, string> SettingsOf(IToyProtocol protocol, Func<string, bool, VideoGenerationOptions> sampling)
    {
        var settings = new Dictionary<string, string>
        {
            ["task"] = protocol.Name,
            ["weights"] = _weights.Value,
            ["scenes"] = _options.Scenes.ToString(),
            ["format"] = protocol.FormatOf(_generator, _options.Format).ToString(),
            ["seed"] = _options.Seed.ToString(CultureInfo.InvariantCulture),
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
