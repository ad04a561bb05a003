using VideoPoet.Inference;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The model that generated.</summary>
/// <param name="Folder">Its folder, or its name.</param>
/// <param name="Weights">The hash of the language model's weights, and how they were held in memory.</param>
/// <param name="Format">How they were held.</param>
/// <param name="Fingerprints">What the tokens meant, by the kind of tokenizer.</param>
/// <param name="Tokenizers">The folder of the tokenizers; null for the model's own.</param>
/// <param name="Engine">What computed the steps of decoding.</param>
/// <param name="Device">Where the torch engine computed; null for the processor.</param>
internal sealed record ModelFacts(
    string Folder, string Weights, WeightFormat Format, IReadOnlyDictionary<string, string> Fingerprints, string? Tokenizers = null,
    DecodingEngine Engine = DecodingEngine.Managed, string? Device = null)
{
    /// <summary>The model of one or several generations.</summary>
    public static ModelFacts Of(ModelChoice choice, IEnumerable<GenerationRecord> records, string folder) => new(
        // A name stands for a model that comes with the program.
        Directory.Exists(choice.Model) ? RecordFile.Written(choice.Model, folder) : choice.Model,
        records.First().Weights,
        choice.Weights,
        records.SelectMany(record => record.Tokenizers).DistinctBy(pair => pair.Key).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(),
        choice.Tokenizers is { } tokenizers ? RecordFile.Written(tokenizers, folder) : null,
        choice.Engine,
        choice.Device);

    /// <summary>What opens it again.</summary>
    public ModelChoice ToChoice(string folder)
    {
        var path = RecordFile.Meant(Folder, folder);
        return new(Directory.Exists(path) ? path : Folder, Tokenizers is { } tokenizers ? RecordFile.Meant(tokenizers, folder) : null, Format)
        {
            Engine = Engine,
            Device = Device,
        };
    }

    /// <summary>What of it is not what it was, a sentence each.</summary>
    public IEnumerable<string> Differences(GenerationRecord now)
    {
        if (now.Weights != Weights)
            yield return $"the model is another than that of the record: its weights are {now.Weights}, and were {Weights}.";
        foreach (var (kind, fingerprint) in now.Tokenizers)
        {
            if (Fingerprints.TryGetValue(kind, out var before) && before != fingerprint)
                yield return $"the {kind} tokenizer is another than that of the record: it is {fingerprint}, and was {before}.";
        }
    }
}
