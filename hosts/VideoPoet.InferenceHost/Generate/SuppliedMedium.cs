using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>A file that the command line gives.</summary>
/// <param name="Role">What it is given as.</param>
/// <param name="File">Its path.</param>
/// <param name="Start">Where the part that is taken begins, seconds.</param>
/// <param name="FromEnd">Whether the last part is taken.</param>
internal sealed record SuppliedMedium(MediaRole Role, string File, double Start, bool FromEnd)
{
    /// <summary>The media of a request.</summary>
    public static RequestMedia ToRequest(IEnumerable<SuppliedMedium> media)
    {
        var request = new RequestMedia();
        foreach (var medium in media)
        {
            request[medium.Role] =
                MediaSource.FromFile(medium.File) with { Start = TimeSpan.FromSeconds(medium.Start), FromEnd = medium.FromEnd };
        }
        return request;
    }
}
