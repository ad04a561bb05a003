namespace VideoPoet.Data;

/// <summary>What the tokens of a dataset mean; null where the dataset has none of the kind.</summary>
/// <param name="Video">The fingerprint of the video tokenizer.</param>
/// <param name="Audio">The fingerprint of the audio tokenizer.</param>
/// <param name="Text">The fingerprint of the text encoder.</param>
public sealed record TokenizerFingerprints(string? Video, string? Audio, string? Text)
{
    // Enough to tell two apart by eye.
    private const int ShownDigits = 12;

    /// <summary>Where a dataset's tokenizers are not those that are expected, one sentence each.</summary>
    /// <param name="expected">What is expected; null where nothing is.</param>
    public IEnumerable<string> Differences(TokenizerFingerprints expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        (string What, string? Found, string? Expected)[] pairs =
            [("video tokenizer", Video, expected.Video), ("audio tokenizer", Audio, expected.Audio), ("text encoder", Text, expected.Text)];
        foreach (var (what, found, wanted) in pairs)
        {
            if (found is not null && wanted is not null && found != wanted)
                yield return $"it was made by the {what} {Short(found)}, and {Short(wanted)} is expected; tokenize again, or take the other weights.";
        }
    }

    /// <summary>These, and others where there are none.</summary>
    internal TokenizerFingerprints Or(TokenizerFingerprints other) => new(Video ?? other.Video, Audio ?? other.Audio, Text ?? other.Text);

    private static string Short(string fingerprint) => fingerprint.Length > ShownDigits ? fingerprint[..ShownDigits] + "…" : fingerprint;
}
