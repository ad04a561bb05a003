using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>A file that something was conditioned on.</summary>
/// <param name="Role">What it was given as.</param>
/// <param name="File">Its path.</param>
/// <param name="Start">Where the part that was taken began, seconds.</param>
/// <param name="FromEnd">Whether the last part was taken.</param>
/// <param name="Sha256">The hash of the pixels or samples that were taken.</param>
internal sealed record MediumFacts(MediaRole Role, string File, double Start, bool FromEnd, string Sha256)
{
    /// <summary>The files of a generation.</summary>
    public static IReadOnlyList<MediumFacts> Of(IEnumerable<SuppliedMedium> media, GenerationRecord record, string folder) =>
        [.. media.Select(medium => new MediumFacts(
            medium.Role, RecordFile.Written(medium.File, folder), medium.Start, medium.FromEnd,
            record.Media[medium.Role.ToString()]))];

    /// <summary>What supplies it again.</summary>
    public SuppliedMedium ToSupplied(string folder) => new(Role, RecordFile.Meant(File, folder), Start, FromEnd);

    /// <summary>That the file does not show or sound as it did; null when it does.</summary>
    public string? Difference(GenerationRecord now) => now.Media.GetValueOrDefault(Role.ToString()) == Sha256
        ? null
        : $"{File}: is another than that of the record: {MediaOptions.NameOf(Role)} has other pixels or samples.";
}
