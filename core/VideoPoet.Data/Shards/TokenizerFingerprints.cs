using System.Text.Json.Serialization;

namespace VideoPoet.Data;

/// <summary>What the tokens of a dataset mean; null where the dataset has none of the kind.</summary>
/// <param name="Video">The fingerprint of the video tokenizer.</param>
/// <param name="Audio">The fingerprint of the audio tokenizer.</param>
/// <param name="Text">The fingerprint of the text encoder.</param>
public sealed record TokenizerFingerprints(string? Video, string? Audio, string? Text)
{
    // Enough to tell two apart by eye.
    private const int ShownDigits = 12;

    private static readonly Dictionary<string, string> s_none = [];

    /// <summary>
    /// The fingerprints of the views that were encoded and that bring weights, by name; null where there is none, and of datasets that were made
    /// before these were noted.
    /// </summary>
    // Left out where it is null, so that the hash of a description without it stays what it was.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Views { get; init; }

    /// <summary>Where a dataset's tokenizers are not those that are expected, one sentence each.</summary>
    /// <param name="expected">What is expected; null where nothing is.</param>
    public IEnumerable<string> Differences(TokenizerFingerprints expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        (string What, string? Found, string? Expected)[] pairs =
        [
            ("video tokenizer", Video, expected.Video), ("audio tokenizer", Audio, expected.Audio), ("text encoder", Text, expected.Text),
            .. (Views ?? s_none).Select(view => ($"view '{view.Key}'", (string?)view.Value, (expected.Views ?? s_none).GetValueOrDefault(view.Key))),
        ];
        foreach (var (what, found, wanted) in pairs)
        {
            if (found is not null && wanted is not null && found != wanted)
                yield return $"it was made by the {what} {Short(found)}, and {Short(wanted)} is expected; tokenize again, or take the other weights.";
        }
    }

    /// <summary>These, and others where there are none.</summary>
    internal TokenizerFingerprints Or(TokenizerFingerprints other) => new(Video ?? other.Video, Audio ?? other.Audio, Text ?? other.Text)
    {
        Views = Views is null ? other.Views : new SortedDictionary<string, string>(
            Views.UnionBy(other.Views ?? s_none, view => view.Key).ToDictionary(), StringComparer.Ordinal),
    };

    private static string Short(string fingerprint) => fingerprint.Length > ShownDigits ? fingerprint[..ShownDigits] + "…" : fingerprint;
}
