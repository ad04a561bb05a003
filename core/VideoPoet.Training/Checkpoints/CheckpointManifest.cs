using System.Security.Cryptography;
using System.Text.Json;
using VideoPoet.Core;

namespace VideoPoet.Training;

/// <summary>What stands in a checkpoint beside its tensors.</summary>
internal sealed record CheckpointManifest
{
    /// <summary>The file of a checkpoint's folder that holds it.</summary>
    public const string FileName = "checkpoint.json";

    /// <summary>The version of the layout that this program writes.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required int Format { get; init; }

    /// <summary>The steps that were taken.</summary>
    public required long Step { get; init; }

    /// <summary>Whether the evaluation that belongs to this step was cut off.</summary>
    public required bool EvaluationIsDue { get; init; }

    /// <summary>The length of the log when the checkpoint was written.</summary>
    public required long LogBytes { get; init; }

    /// <summary>The steps whose updates were left out.</summary>
    public long FailedSteps { get; init; }

    /// <summary>The best evaluation so far; null when there is none.</summary>
    public BestEvaluation? Best { get; init; }

    /// <summary>The configuration of the run.</summary>
    public required Dictionary<string, string> Configuration { get; init; }

    /// <summary>SHA-256 of every other file.</summary>
    public required Dictionary<string, string> Files { get; init; }

    /// <summary>SHA-256 of a file, in lower-case hexadecimal digits.</summary>
    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>What a manifest states, without a look at the other files; null where it cannot be read.</summary>
    public static CheckpointManifest? Peek(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)), s_options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the manifest of a checkpoint, or says why the checkpoint cannot be used.</summary>
    public static (CheckpointManifest? Manifest, string? Problem) Read(string folder)
    {
        try
        {
            if (JsonSerializer.Deserialize<CheckpointManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)), s_options) is not { } manifest)
                return (null, $"'{FileName}' is empty");
            if (manifest.Format != CurrentFormat)
                return (null, $"it has the format {manifest.Format}; this program reads {CurrentFormat}");
            var bad = manifest.Files.FirstOrDefault(file => HashOf(Path.Combine(folder, file.Key)) != file.Value).Key;
            return bad is null ? (manifest, null) : (null, $"'{bad}' is not what was written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return (null, UserMessage.Of(exception).TrimEnd('.'));
        }
    }
}
