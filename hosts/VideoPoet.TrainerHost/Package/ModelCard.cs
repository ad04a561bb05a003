using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPoet.TrainerHost.Package;

/// <summary>What a model in a folder is, where it came from and how good it is, for programs: the file <c>model-card.json</c>.</summary>
internal sealed record ModelCard
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "model-card.json";

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the framework that packed it.</summary>
    public required string Framework { get; init; }

    /// <summary>Its licence.</summary>
    public string License { get; init; } = "Apache-2.0";

    /// <summary>The bytes of all weights.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its parts by their kind.</summary>
    public required IReadOnlyDictionary<string, PartCard> Parts { get; init; }

    /// <summary>The sequences that its language model was trained on, such as <c>text-to-video(text) in mini-17</c>.</summary>
    public IReadOnlyList<string> Sequences { get; init; } = [];

    /// <summary>What <c>evaluate --json</c> said of it; null where nobody has asked yet.</summary>
    public JsonElement? Evaluation { get; init; }

    /// <summary>What it cannot do, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Reads the card of a folder; null where there is none.</summary>
    /// <exception cref="FormatException">It is broken.</exception>
    public static ModelCard? Read(string folder)
    {
        var file = Path.Join(folder, FileName);
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), CardJson.Default.ModelCard);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{file}: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the card into a folder.</summary>
    public void Write(string folder) =>
        File.WriteAllText(Path.Join(folder, FileName), JsonSerializer.Serialize(this, CardJson.Default.ModelCard) + "\n");
}

/// <summary>What a part of a model is.</summary>
/// <param name="File">Its file of weights.</param>
/// <param name="Parameters">How many numbers it has.</param>
/// <param name="Precision">How they are written: bf16 or fp32.</param>
/// <param name="Bytes">The bytes of the file.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Fingerprint">What its tokens mean; null of the language model, which has none.</param>
/// <param name="Training">How it was trained; null where nothing is known.</param>
internal sealed record PartCard(
    string File, long Parameters, string Precision, long Bytes, string Sha256, string? Fingerprint = null, RunFacts? Training = null);

/// <summary>Writes and reads cards without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class CardJson : JsonSerializerContext;
