using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The record beside a file: everything that decides it, so that the same can be generated again, bit for bit.</summary>
internal sealed record Sidecar
{
    private const string Extension = ".json";

    /// <summary>The version of the library that generated.</summary>
    public required string Version { get; init; }

    /// <summary>The model.</summary>
    public required ModelFacts Model { get; init; }

    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>Parameters of the task, such as <c>frames=9</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The files that it was conditioned on.</summary>
    public IReadOnlyList<MediumFacts> Media { get; init; } = [];

    /// <summary>How it was generated, with all choices made.</summary>
    public required VideoGenerationOptions Options { get; init; }

    /// <summary>What came of it.</summary>
    public required ContentFacts Content { get; init; }

    /// <summary>The record of a file, such as <c>ball.mp4.json</c>.</summary>
    public static string PathFor(string file) => file + Extension;

    /// <summary>Makes the record of one sample.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <param name="record">What decides the output.</param>
    /// <param name="content">The sample.</param>
    /// <param name="folder">Where the record will lie.</param>
    public static Sidecar Of(GenerationChoice choice, GenerationRecord record, ContentFacts content, string folder) => new()
    {
        Version = record.Version,
        Model = ModelFacts.Of(choice.Model, [record], folder),
        Task = record.Task,
        Prompt = record.Prompt,
        Settings = choice.Settings,
        Media = MediumFacts.Of(choice.Media, record, folder),
        Options = record.Options with { Count = 1, Seed = content.Seed },
        Content = content,
    };

    /// <summary>Reads a record.</summary>
    /// <param name="file">The record.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Sidecar Read(string file) => RecordFile.Read(file, GenerateJson.Default.Sidecar);

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string file) => OutputFile.Write(file, JsonSerializer.Serialize(this, GenerateJson.Default.Sidecar) + "\n");

    /// <summary>What would generate the same again.</summary>
    /// <param name="folder">Where the record lies.</param>
    public GenerationChoice ToChoice(string folder) => new(Model.ToChoice(folder), Task, Options)
    {
        Prompt = Prompt,
        Settings = Settings.ToValueList(),
        Media = Media.Select(medium => medium.ToSupplied(folder)).ToValueList(),
    };
}
