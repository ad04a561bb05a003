using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.T5;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

/// <summary>
/// Tokenized datasets that are drawn instead of encoded, so that the entropy of every task's output is known exactly.
/// </summary>
/// <remarks>
/// Every entry is of one of some classes, all equally likely. The first visual code and the first audio code of a window say the class; its caption
/// and all codes of its computed views do, too. Each other visual code is that of its class and latent frame, and each other audio code that of its
/// class and level, save that noise replaces it by any code with a given probability, independently of all else. So a sequence's prefix says nothing
/// of its output but the class and what it repeats, and given the class each new code has the entropy of the noise. Repeating, as frame prediction
/// and the continuation of sound must, is learnt late where other tasks have taught the class and only the noise is left to copy: see
/// <see cref="LeadingNoise"/>.
/// </remarks>
internal sealed class SyntheticTokens
{
    private readonly UnifiedVocabulary _vocabulary;

    /// <summary>Declares a way of drawing.</summary>
    /// <param name="vocabulary">The numbers of codes.</param>
    public SyntheticTokens(UnifiedVocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>The number of classes.</summary>
    public int Classes { get; init; } = 4;

    /// <summary>The probability that a code is replaced.</summary>
    public double Noise { get; init; } = 0.1;

    /// <summary>
    /// The same probability in leading frames and their sound, of formats that are longer; null where it is the same. Tasks whose outputs repeat what
    /// their prefix holds need no copying where it is 0, and gain much by copying where it is 1.
    /// </summary>
    public double? LeadingNoise { get; init; }

    /// <summary>How many frames are leading: 1 + 4k.</summary>
    public int LeadingFrames { get; init; } = 5;

    /// <summary>The width of the text embeddings, at least the number of classes.</summary>
    public int TextWidth { get; init; } = 8;

    /// <summary>Draws the noise.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What the drawn datasets say of the views that bring weights; nothing when null, as of datasets that know of none.</summary>
    public IReadOnlyDictionary<string, string>? Views { get; init; }

    /// <summary>What the drawn datasets say of their tokenizers.</summary>
    public static TokenizerFingerprints Tokenizers { get; } = new(Fingerprint("video"), Fingerprint("audio"), Fingerprint("text"));

    /// <summary>The entropy of a code given its class, nats.</summary>
    /// <param name="codes">The number of codes.</param>
    /// <param name="noise">The probability that it is replaced.</param>
    public static double CodeEntropy(int codes, double noise) => Entropy(CleanProbability(codes, noise)) + (codes - 1) * Entropy(noise / codes);

    /// <summary>Writes a dataset for each data source of a mixture.</summary>
    /// <param name="plan">The mixture.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="entries">The entries of each source.</param>
    /// <param name="windows">The windows of each entry in each format.</param>
    /// <param name="entriesPerShard">The entries of a shard.</param>
    /// <param name="hasCaption">Which entries have a caption; null for all.</param>
    /// <param name="hasSound">Which entries have sound; null for all.</param>
    public void Write(
        MixturePlan plan, string folder, int entries, int windows = 1, int entriesPerShard = 1_000, Func<int, bool>? hasCaption = null,
        Func<int, bool>? hasSound = null)
    {
        foreach (var source in plan.Stages.SelectMany(stage => stage.Variants).GroupBy(variant => variant.Data))
        {
            var tokens = TokenPlan.Of(source.Key.Shards, [.. source]);
            EntryTokens[] drawn = [.. Enumerable.Range(0, entries).Select(entry =>
                Entry(tokens, source.Key.Shards, entry, windows, hasCaption?.Invoke(entry) ?? true, hasSound?.Invoke(entry) ?? true))];
            new TokenizedDatasetWriter(tokens, _vocabulary, Tokenizers with { Views = Views }, new ClassEncoder(TextWidth))
                .Write(Path.Join(folder, source.Key.Shards), drawn, entriesPerShard);
        }
    }

    /// <summary>The entropy of a sequence's output given its prefix, nats for each token that is learnt; no model's expected loss is less.</summary>
    /// <param name="layout">The sequence.</param>
    public double Floor(SequenceLayout layout) => Uncertain(layout)
        .Sum(position => position.IsClass
            ? Math.Log(Classes)
            : CodeEntropy(CodesOf(position.Segment), NoiseAt(layout.Format, position.Segment.Modality, position.Index))) / TokensOf(layout);

    /// <summary>
    /// The loss of the distribution that a sequence was drawn from, nats for each token that is learnt: <see cref="Floor"/> on average, and what a
    /// model's loss of the same sequence is best compared with, because it has the same noise.
    /// </summary>
    /// <param name="layout">The sequence.</param>
    /// <param name="codes">Its codes, as <see cref="TokenizedWindow.Codes"/> gives them.</param>
    public double Loss(SequenceLayout layout, IReadOnlyList<int[]> codes)
    {
        var segments = layout.CodeSegments.ToList();
        return Uncertain(layout).Sum(position =>
        {
            var own = codes[segments.IndexOf(position.Segment)];
            if (position.IsClass)
                return Math.Log(Classes);
            var all = CodesOf(position.Segment);
            var noise = NoiseAt(layout.Format, position.Segment.Modality, position.Index);
            var isClean = own[position.Index] == CleanCode(position.Segment, own[0], position.Index);
            return -Math.Log(isClean ? CleanProbability(all, noise) : noise / all);
        }) / TokensOf(layout);
    }

    /// <summary>The tokens of a sequence that are learnt: codes that are not given.</summary>
    /// <param name="layout">The sequence.</param>
    public static int TokensOf(SequenceLayout layout) =>
        layout.CodeSegments.Where(segment => segment.IsOutput).Sum(segment => segment.Length - segment.Given);

    // The tokens that what stands before does not determine.
    private static IEnumerable<(Segment Segment, int Index, bool IsClass)> Uncertain(SequenceLayout layout)
    {
        var prefix = layout.Segments.Where(segment => !segment.IsOutput).ToArray();
        var isKnown = prefix.Any(segment => segment.Modality != Modality.Special) || layout.Segments.Any(segment => segment.Given > 0);
        foreach (var output in layout.CodeSegments.Where(segment => segment.IsOutput))
        {
            for (var index = output.Given; index < output.Length; index++)
            {
                if (IsRepeated(output, index, prefix) || (index == 0 && isKnown))
                    continue;
                yield return (output, index, index == 0);
            }
            isKnown = true;
        }
    }

    // Whether the prefix holds the same code: leading frames are slices of the whole.
    private static bool IsRepeated(Segment output, int index, IEnumerable<Segment> prefix) => output switch
    {
        AudioSegment audio => prefix.OfType<AudioSegment>().Any(given => index % audio.Shape.Frames < given.Shape.Frames),
        _ => prefix.OfType<VisualSegment>().Any(given => !given.View.IsComputed && index < given.Length),
    };

    private EntryTokens Entry(TokenPlan plan, string source, int entry, int windows, bool hasCaption, bool hasSound)
    {
        var name = $"{source}/{entry:D6}";
        var kind = entry % Classes;
        var random = new CounterRandom(Seed, entry, source.Sum(letter => letter));
        return new(
            new(name, hasCaption ? kind.ToString(CultureInfo.InvariantCulture) : null, TimeSpan.Zero, null, name) { Name = name }, Fingerprint(name),
            [.. plan.Formats.Select(format => Enumerable.Range(0, windows).Select(window => new WindowTokens(
                window * format.Format.Duration,
                format.HasVideo ? Video(format.Format) : null,
                [.. format.Views.Select(_ => Enumerable.Repeat(kind, format.Format.Latent.Tokens).ToArray())],
                format.HasSound && hasSound ? Sound(format.Format) : null)).ToArray())]);

        int[] Video(VideoFormat format) => Draw(
            format.Latent.Tokens, _vocabulary.VisualCodes, index => VisualCode(kind, index / format.Latent.FrameTokens),
            index => NoiseAt(format, Modality.Visual, index));

        int[] Sound(VideoFormat format) => Draw(
            format.AudioFrames * _vocabulary.AudioLevels, _vocabulary.AudioCodesPerLevel, index => AudioCode(kind, index / format.AudioFrames),
            index => NoiseAt(format, Modality.Audio, index));

        int[] Draw(int count, int codes, Func<int, int> clean, Func<int, double> noise) => [.. Enumerable.Range(0, count).Select(index =>
            index == 0 ? kind : random.NextDouble() < noise(index) ? (int)random.NextBelow(codes) : clean(index))];
    }

    private int CleanCode(Segment segment, int kind, int index) => segment switch
    {
        VisualSegment visual => VisualCode(kind, index / visual.Shape.FrameTokens),
        _ => AudioCode(kind, index / ((AudioSegment)segment).Shape.Frames),
    };

    private int VisualCode(int kind, int frame) => (Classes * (1 + frame) + kind) % _vocabulary.VisualCodes;

    private int AudioCode(int kind, int level) => (Classes + kind + level) % _vocabulary.AudioCodesPerLevel;

    private int CodesOf(Segment segment) => segment is VisualSegment ? _vocabulary.VisualCodes : _vocabulary.AudioCodesPerLevel;

    private static double Entropy(double probability) => probability > 0 ? -probability * Math.Log(probability) : 0;

    private static double CleanProbability(int codes, double noise) => 1 - noise + noise / codes;

    // Outputs are whole clips, so that places in a segment are places in the clip.
    private double NoiseAt(VideoFormat format, Modality modality, int index)
    {
        if (LeadingNoise is not { } leading || format.Frames <= LeadingFrames)
            return Noise;
        var isLeading = modality == Modality.Visual
            ? index < format.LatentOf(LeadingFrames).Tokens
            : index % format.AudioFrames < VideoFormat.AudioFramesOf(LeadingFrames);
        return isLeading ? leading : Noise;
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Embeds the number of a class in as many ids as a short caption has.</summary>
    private sealed class ClassEncoder(int width) : ITextEncoder
    {
        public int Width => width;

        public string Fingerprint => Tokenizers.Text!;

        public torch.Tensor Encode(string prompt)
        {
            var kind = int.Parse(prompt, CultureInfo.InvariantCulture);
            // One more id for each class, so that lengths differ.
            var embedding = torch.zeros(2 + kind, width);
            for (var id = 0; id < 2 + kind; id++)
                embedding[id, kind] = 1f;
            return embedding;
        }
    }
}
