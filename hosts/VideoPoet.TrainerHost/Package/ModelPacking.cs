using System.Reflection;
using System.Security.Cryptography;
using TorchSharp;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.TrainerHost.Package;

/// <summary>Puts the parts of a model into one folder, with a card; the folder appears, or changes, when everything in it belongs together.</summary>
/// <param name="folder">The folder; parts that it has already stay where no other ones are named.</param>
/// <param name="sources">The parts to take.</param>
/// <param name="type">The type of the numbers in its files.</param>
internal sealed class ModelPacking(string folder, IReadOnlyList<PartSource> sources, torch.ScalarType type)
{
    private readonly List<string> notes = [];

    /// <summary>What should be known of the result, a sentence each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Packs.</summary>
    /// <param name="sizes">The sizes where no language model says them.</param>
    /// <param name="complete">Adds to the card what the files do not say, and may add files to the folder that it is given.</param>
    /// <returns>The card.</returns>
    /// <exception cref="FormatException">The parts do not belong together; nothing has changed.</exception>
    public ModelCard Pack(ModelSpec sizes, Func<ModelCard, string, ModelCard> complete)
    {
        ModelCard? card = null;
        ReplacedFolder.Write(folder, beside => card = Fill(beside, sizes, complete));
        return card!;
    }

    private ModelCard Fill(string beside, ModelSpec sizes, Func<ModelCard, string, ModelCard> complete)
    {
        var earlier = Directory.Exists(folder) ? KeepEarlier(beside) : null;
        foreach (var source in sources.Where(source => source.Part != ModelPart.Language))
            Take(source, beside);
        var spec = SpecIn(beside) ?? sizes;
        var fingerprints = TakeLanguageModel(beside, spec);
        var card = complete(CardOf(beside, spec, earlier, fingerprints), beside);
        card.Write(beside);
        CardPage.Write(card, beside);
        return card;
    }

    private ModelCard? KeepEarlier(string beside)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Join(beside, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return ModelCard.Read(folder);
    }

    private void Take(PartSource source, string beside)
    {
        var target = Path.Join(beside, source.Part.WeightFile);
        if (source.Part.Name != source.Part.WeightFile)
        {
            // The files beside the weights of a text encoder: its sizes and its vocabulary.
            var (from, to) = (Path.Join(source.Folder, source.Part.Name), Path.Join(beside, source.Part.Name));
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) != Path.GetFileName(target)))
                File.Copy(file, Path.Join(to, Path.GetFileName(file)), overwrite: true);
        }
        WeightConversion.Write(source.WeightFile, target, type);
    }

    private ModelSpec? SpecIn(string beside)
    {
        var language = sources.FirstOrDefault(source => source.Part == ModelPart.Language);
        var file = Path.Join(language?.Folder ?? beside, LanguageModelFolder.ModelFileName);
        return File.Exists(file) ? SpecReader.ReadModel(file) : null;
    }

    private Dictionary<string, string> TakeLanguageModel(string beside, ModelSpec spec)
    {
        var fingerprints = FingerprintsIn(beside, spec);
        var language = sources.FirstOrDefault(source => source.Part == ModelPart.Language);
        var file = language?.WeightFile ?? Path.Join(beside, ModelPart.Language.WeightFile);
        if (!File.Exists(file))
            return fingerprints;
        var trained = LanguageModelFile.IdentityOf(file)?.Tokenizers ?? new Dictionary<string, string>();
        var problems = trained.Select(entry => Problem(entry.Key, entry.Value, fingerprints, spec)).OfType<string>().ToArray();
        if (problems.Length > 0)
            throw new LanguageModelMismatchException(file, problems);
        if (language is null)
            return fingerprints;
        LanguageModelFile.Convert(
            file, Path.Join(beside, ModelPart.Language.WeightFile), type, trained.Keys.ToDictionary(kind => kind, kind => fingerprints[kind]));
        File.Copy(
            Path.Join(language.Folder, LanguageModelFolder.ModelFileName), Path.Join(beside, LanguageModelFolder.ModelFileName), overwrite: true);
        return fingerprints;
    }

    // Rounded weights make a few other tokens: whoever wants none trains on the tokens of tokenizers that are packed already.
    private string? Problem(string kind, string trained, IReadOnlyDictionary<string, string> packed, ModelSpec spec)
    {
        var title = ModelPart.All.First(part => part.Kind == kind).Title;
        if (!packed.TryGetValue(kind, out var fingerprint))
            return $"it was trained with a {title}, and none is among the parts; name the folder that has it";
        if (fingerprint == trained)
            return null;
        var source = sources.FirstOrDefault(source => source.Part.Kind == kind);
        if (source is null || FingerprintsIn(source.Folder, spec, kind)[kind] != trained)
            return $"it was trained with another {title} than that which is packed; name the one that made its tokens";
        notes.Add($"the language model was trained with the {title} before its weights were rounded to {type}.");
        return null;
    }

    private static Dictionary<string, string> FingerprintsIn(string place, ModelSpec spec, string? only = null)
    {
        using var tokenizers = new TokenizerFolder(spec, place);
        var kinds = ModelPart.All.Where(part => part != ModelPart.Language && (only is null || part.Kind == only))
            .Where(part => File.Exists(Path.Join(place, part.WeightFile)));
        return kinds.ToDictionary(part => part.Kind, part => part.Kind switch
        {
            "video" => tokenizers.VideoFingerprint,
            "audio" => tokenizers.AudioFingerprint,
            _ => tokenizers.Text.Fingerprint,
        });
    }

    private ModelCard CardOf(string beside, ModelSpec spec, ModelCard? earlier, IReadOnlyDictionary<string, string> fingerprints)
    {
        var parts = ModelPart.All.Where(part => File.Exists(Path.Join(beside, part.WeightFile))).ToDictionary(
            part => part.Kind, part => CardOf(part, beside, earlier, fingerprints.GetValueOrDefault(part.Kind)));
        var language = Path.Join(beside, ModelPart.Language.WeightFile);
        return new()
        {
            Name = spec.Name,
            Framework = typeof(ModelPacking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            Bytes = parts.Values.Sum(part => part.Bytes),
            Parts = parts,
            Sequences = File.Exists(language)
                ? [.. (LanguageModelFile.IdentityOf(language)?.Layouts.Keys ?? []).Order(StringComparer.Ordinal)]
                : [],
            Evaluation = earlier?.Evaluation,
            Limits = earlier?.Limits ?? [],
        };
    }

    private PartCard CardOf(ModelPart part, string beside, ModelCard? earlier, string? fingerprint)
    {
        var path = Path.Join(beside, part.WeightFile);
        var source = sources.FirstOrDefault(source => source.Part == part);
        var run = source?.Run is { } folder ? RunFacts.Read(folder, source.IsBest) : null;
        using var file = WeightFile.Open(path);
        using var stream = File.OpenRead(path);
        return new(
            part.WeightFile,
            file.Tensors.Values.Sum(tensor => tensor.Shape.Aggregate(1L, (all, size) => all * size)),
            file.Tensors.Values.Any(tensor => tensor.Type == torch.ScalarType.BFloat16) ? "bf16" : "fp32",
            stream.Length,
            Convert.ToHexStringLower(SHA256.HashData(stream)),
            fingerprint,
            // A part that comes out of a packed folder has its history in that folder's card.
            run ?? (source is null ? earlier : ModelCard.Read(source.Folder))?.Parts.GetValueOrDefault(part.Kind)?.Training);
    }
}
