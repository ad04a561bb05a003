using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.Inference;

/// <summary>A model's weights in memory; each tokenizer is loaded when it is first needed.</summary>
internal sealed class LoadedModel : IDisposable
{
    private readonly Lazy<TextEmbeddings> _text;
    private readonly HashSet<string> _checked = [];
    private readonly Lock _lock = new();
    private readonly IReadOnlyDictionary<string, string> _trainedTokenizers;
    private readonly string _weightFile;

    /// <summary>Takes the parts of a model together.</summary>
    /// <param name="decoder">The language model, which this object then owns.</param>
    /// <param name="tokenizers">The tokenizers, which this object then owns.</param>
    /// <param name="trainedTokenizers">The fingerprints of the tokenizers that made the language model's tokens, by kind.</param>
    /// <param name="weightFile">The file of the language model's weights, for messages.</param>
    public LoadedModel(
        ILanguageModelDecoder decoder, TokenizerFolder tokenizers, IReadOnlyDictionary<string, string> trainedTokenizers, string weightFile)
    {
        (Decoder, Tokenizers, _trainedTokenizers, _weightFile) = (decoder, tokenizers, trainedTokenizers, weightFile);
        Encoder = new(tokenizers);
        _text = new(() => new(tokenizers.Text));
    }

    /// <summary>The language model.</summary>
    public ILanguageModelDecoder Decoder { get; }

    /// <summary>The tokenizers.</summary>
    public TokenizerFolder Tokenizers { get; }

    /// <summary>Encodes conditions.</summary>
    public ClipEncoder Encoder { get; }

    /// <summary>Embeds prompts.</summary>
    public TextEmbeddings Text => _text.Value;

    /// <summary>The fingerprint of a tokenizer; one that did not make the language model's tokens is refused.</summary>
    /// <param name="modality">Text, visual or audio.</param>
    /// <returns>The kind and the fingerprint.</returns>
    /// <exception cref="LanguageModelMismatchException">The tokenizer is another than in training.</exception>
    public (string Kind, string Fingerprint) Check(Modality modality)
    {
        lock (_lock)
        {
            var (kind, fingerprint) = FingerprintOf(Tokenizers, modality);
            if (!_checked.Contains(kind) && _trainedTokenizers.TryGetValue(kind, out var trained) && trained != fingerprint)
            {
                throw new LanguageModelMismatchException(
                    _weightFile, [$"it was trained on the {kind} tokens of another tokenizer than that in {Tokenizers.Folder}"]);
            }
            _checked.Add(kind);
            return (kind, fingerprint);
        }
    }

    /// <summary>The kind and the fingerprint of a tokenizer, which is loaded for it.</summary>
    /// <param name="tokenizers">The tokenizers.</param>
    /// <param name="modality">Text, visual or audio.</param>
    public static (string Kind, string Fingerprint) FingerprintOf(TokenizerFolder tokenizers, Modality modality) => modality switch
    {
        Modality.Text => ("text", tokenizers.Text.Fingerprint),
        Modality.Visual => ("video", tokenizers.VideoFingerprint),
        Modality.Audio => ("audio", tokenizers.AudioFingerprint),
        _ => throw new ArgumentOutOfRangeException(nameof(modality), modality, "no tokenizer makes markers."),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_text.IsValueCreated)
            _text.Value.Dispose();
        Decoder.Dispose();
        Tokenizers.Dispose();
    }
}
