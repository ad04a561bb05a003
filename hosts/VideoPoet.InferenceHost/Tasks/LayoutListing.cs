using VideoPoet.Core;
using VideoPoet.CommandLine;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>One sequence as the verb <c>tasks show</c> lists it.</summary>
internal sealed record LayoutListing(
    string Task, string Format, int PrefixLength, int OutputLength, int Length, string Fingerprint, IReadOnlyList<RunListing> Runs)
{
    public static LayoutListing Of(NamedLayout named)
    {
        var layout = named.Layout;
        return new(
            named.Task,
            layout.Format.Name,
            layout.PrefixLength,
            layout.OutputLength,
            layout.Length,
            layout.Fingerprint,
            [.. layout.Segments.SelectMany(RunListing.Of)]);
    }
}
