using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>
/// Writes each sample to its file when all of it is there: pictures with sound, which are as long as one sequence, pictures in a png, and sound.
/// </summary>
/// <param name="files">One file a sample.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class WholeFilesSink(IReadOnlyList<string> files, CancellationToken cancellationToken) : IGenerationSink
{
    private readonly List<VideoGenerationUpdate> parts = [];

    public Task TakeAsync(VideoGenerationUpdate part)
    {
        parts.Add(part);
        return Task.CompletedTask;
    }

    public async Task CompleteAsync()
    {
        var response = await parts.ToAsyncEnumerable().ToResponseAsync(cancellationToken: cancellationToken);
        foreach (var (file, sample) in files.Zip(response.Samples))
            await sample.SaveAsync(file, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
