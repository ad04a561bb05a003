using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>The record beside the file of a chain: everything that decides it, so that the same can be generated again, bit for bit.</summary>
internal sealed record ChainSidecar
{
    /// <summary>The version of the library that generated.</summary>
    public required string Version { get; init; }

    /// <summary>The model.</summary>
    public required ModelFacts Model { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<ChainStepSpec> Steps { get; init; }

    /// <summary>The prompt of the steps that have none of their own.</summary>
    public string? Prompt { get; init; }

    /// <summary>Prompts of single steps, by their names.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>();

    /// <summary>The files that the first step took.</summary>
    public IReadOnlyList<MediumFacts> Media { get; init; } = [];

    /// <summary>How steps were generated that do not say it themselves.</summary>
    public required VideoGenerationOptions Options { get; init; }

    /// <summary>How the steps of single tasks were generated; wins over <see cref="Options"/>.</summary>
    public IReadOnlyDictionary<string, VideoGenerationOptions> TaskOptions { get; init; } = new Dictionary<string, VideoGenerationOptions>();

    /// <summary>What came of the last step.</summary>
    public required ContentFacts Content { get; init; }

    /// <summary>Makes the record of a chain.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <param name="records">What decides the output of each step.</param>
    /// <param name="content">What came of the last step.</param>
    /// <param name="folder">Where the record will lie.</param>
    public static ChainSidecar Of(ChainChoice choice, IReadOnlyList<GenerationRecord> records, ContentFacts content, string folder) => new()
    {
        Version = records[0].Version,
        Model = ModelFacts.Of(choice.Model, records, folder),
        Steps = choice.Spec.Steps,
        Prompt = choice.Prompt,
        Prompts = choice.Prompts,
        Media = MediumFacts.Of(choice.Media, records[0], folder),
        Options = choice.Options,
        TaskOptions = choice.TaskOptions,
        Content = content,
    };

    /// <summary>Reads a record.</summary>
    /// <param name="file">The record.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ChainSidecar Read(string file) => RecordFile.Read(file, GenerateJson.Default.ChainSidecar);

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string file) => OutputFile.Write(file, JsonSerializer.Serialize(this, GenerateJson.Default.ChainSidecar) + "\n");

    /// <summary>What would generate the same again.</summary>
    /// <param name="folder">Where the record lies.</param>
    public ChainChoice ToChoice(string folder) => new(Model.ToChoice(folder), new() { Steps = Steps.ToValueList() }, Options)
    {
        Prompt = Prompt,
        Prompts = Prompts,
        TaskOptions = TaskOptions,
        Media = Media.Select(medium => medium.ToSupplied(folder)).ToValueList(),
    };
}
