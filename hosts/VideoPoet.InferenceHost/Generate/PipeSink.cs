using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Media;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Writes the only sample to a pipe as it comes: pictures as fragmented mp4, or sound as wav. What the task was given is left out.</summary>
/// <param name="pipe">The pipe.</param>
/// <param name="modality">What the task makes.</param>
/// <param name="cancellationToken">Cancels.</param>
/// <remarks>
/// Fragmented mp4, because every player takes it from a pipe, a browser shows it while it comes, and it is a good file when it is kept; each frame is
/// there one frame later at most. Wav, because it needs no encoder that waits.
/// </remarks>
internal sealed class PipeSink(Stream pipe, Modality modality, CancellationToken cancellationToken) : IGenerationSink
{
    private VideoStreamWriter? video;
    private SoundStreamWriter? sound;

    public Task TakeAsync(VideoGenerationUpdate part) => GuardedAsync(() => WriteAsync(part));

    public Task CompleteAsync() => GuardedAsync(() => video?.CompleteAsync() ?? Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        if (video is not null)
            await video.DisposeAsync();
    }

    private async Task WriteAsync(VideoGenerationUpdate part)
    {
        if (modality == Modality.Visual && part.Frames is { } frames)
        {
            video ??= VideoStreamWriter.Open(pipe, new(frames.Width, frames.Height), VideoFormat.FramesPerSecond, cancellationToken);
            await video.WriteAsync(frames);
        }
        if (modality == Modality.Audio && part.Sound is { } wave)
        {
            sound ??= await SoundStreamWriter.OpenAsync(pipe, VideoFormat.SampleRateHz, cancellationToken);
            await sound.WriteAsync(wave.Samples);
        }
    }

    private static async Task GuardedAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (IOException exception)
        {
            throw new ClosedPipeException(exception);
        }
    }
}
