using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.InferenceHost.Demo;

/// <summary>Makes files of clips that stand in the page itself.</summary>
internal static class GalleryMedia
{
    /// <summary>Makes a file of a clip.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<GalleryMedium> OfAsync(string title, Clip clip, CancellationToken cancellationToken)
    {
        var (kind, extension, type) = clip switch
        {
            { Frames: null } => (MediumKind.Sound, ".wav", "audio/wav"),
            { Frames.Count: 1 } => (MediumKind.Picture, ".png", "image/png"),
            { Sound: null } => (MediumKind.Video, ".mp4", "video/mp4"),
            _ => (MediumKind.VideoWithSound, ".mp4", "video/mp4"),
        };
        var file = Path.Join(Path.GetTempPath(), $"videopoet-{Guid.NewGuid():N}{extension}");
        try
        {
            await MediaWriter.WriteAsync(file, MediaClip.Of(clip), cancellationToken);
            return new(title, kind, $"data:{type};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(file, cancellationToken))}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
