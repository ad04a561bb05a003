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
        // Programs that write take a moment to start, which passes while the first frame is decoded.
        if (part.Record is { Format: var format })
            Open(new(format.Width, format.Height));
        if (part.Frames is { } frames)
            await writers[part.Sample]!.WriteAsync(frames);
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

    private void Open(FrameSize size)
    {
        for (var sample = 0; sample < writers.Length; sample++)
            writers[sample] = VideoFileWriter.Open(files[sample], size, VideoFormat.FramesPerSecond, cancellationToken: cancellationToken);
    }
}
