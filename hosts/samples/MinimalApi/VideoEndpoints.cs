using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Media;

namespace VideoPoet.Samples.MinimalApi;

/// <summary>Generates for a client. When the client goes away, the generation ends within one step.</summary>
internal static class VideoEndpoints
{
    private const string Mp4 = "video/mp4";

    /// <summary>A whole file.</summary>
    public static async Task<IResult> GenerateAsync(VideoOrder order, IVideoGenerator generator, CancellationToken stop)
    {
        var video = await generator.GenerateAsync(order.ToRequest(), order.ToOptions(generator), stop);
        var file = Path.Join(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp4");
        await video.SaveAsync(file, stop);
        // The server closes it when the client has it.
        var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        return Results.File(content, Mp4, $"{video.Samples[0].Seed}.mp4");
    }

    /// <summary>Frames while they come, which a browser shows.</summary>
    public static async Task<IResult> StreamAsync(VideoOrder order, IVideoGenerator generator, HttpContext context, CancellationToken stop)
    {
        var parts = generator.GenerateStreamingAsync(order.ToRequest(), order.ToOptions(generator), stop).GetAsyncEnumerator(stop);
        context.Response.RegisterForDisposeAsync(parts);
        // What is wrong with a request shows before the first part, while the answer can still say so.
        await parts.MoveNextAsync();
        return Results.Stream(body => WriteAsync(parts, body, stop), Mp4);
    }

    private static async Task WriteAsync(IAsyncEnumerator<VideoGenerationUpdate> parts, Stream body, CancellationToken stop)
    {
        VideoStreamWriter? writer = null;
        try
        {
            while (await parts.MoveNextAsync())
            {
                if (parts.Current.Frames is not { } frames)
                    continue;
                writer ??= VideoStreamWriter.Open(body, new(frames.Width, frames.Height), VideoFormat.FramesPerSecond, stop);
                await writer.WriteAsync(frames);
            }
            await writer!.CompleteAsync();
        }
        finally
        {
            if (writer is not null)
                await writer.DisposeAsync();
        }
    }
}
