using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>A generation that can begin.</summary>
/// <param name="Generator">The model, which is freed with this.</param>
/// <param name="Request">What is generated.</param>
/// <param name="Definition">What the task conditions on and outputs.</param>
internal sealed record OpenedGeneration(VideoPoetGenerator Generator, VideoGenerationRequest Request, TaskDefinition Definition) : IDisposable
{
    public void Dispose() => Generator.Dispose();
}
