using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>The lengths of a task's sequence in one format.</summary>
internal sealed record FormatListing(string Format, int PrefixLength, int OutputLength, int Length)
{
    public static FormatListing Of(SequenceLayout layout) => new(layout.Format.Name, layout.PrefixLength, layout.OutputLength, layout.Length);
}
