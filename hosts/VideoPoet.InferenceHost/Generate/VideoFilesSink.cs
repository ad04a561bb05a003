using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Media;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Writes each sample's pictures to its file as they come, in memory for what is on its way.</summary>
/// <param name="files">One file a sample.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class VideoFilesSink(IReadOnlyList<string> files, CancellationToken cancellationToken) : IGenerationSink
{
    private readonly VideoFileWriter?[] writers = new VideoFileWriter?[files.Count];

    public async Task TakeAsync(VideoGenerationUpdate part)
    {
        if (part.Frames is not { } frames)
            return;
        var writer = writers[part.Sample] ??= VideoFileWriter.Open(
            files[part.Sample], new(frames.Width, frames.Height), VideoFormat.FramesPerSecond, cancellationToken: cancellationToken);
        await writer.WriteAsync(frames);
    }

    public async Task CompleteAsync()
    {
        foreach (var writer in writers)
            await writer!.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers.OfType<VideoFileWriter>())
            await writer.DisposeAsync();
    }
}
