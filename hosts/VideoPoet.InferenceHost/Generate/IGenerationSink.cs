using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Takes what is generated. What was not completed leaves nothing behind.</summary>
internal interface IGenerationSink : IAsyncDisposable
{
    /// <summary>Takes a part.</summary>
    Task TakeAsync(VideoGenerationUpdate part);

    /// <summary>Has everything.</summary>
    Task CompleteAsync();
}
