using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoPoet.Inference;

namespace VideoPoet.Samples.MinimalApi;

/// <summary>Is healthy where the model's files are still there; its weights are loaded by the first request.</summary>
internal sealed class ModelHealth(IVideoGenerator generator) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var model = generator.GetService<GenerationModel>()!;
        return Task.FromResult(Directory.Exists(model.Folder)
            ? HealthCheckResult.Healthy($"{model.Name} is {(model.IsLoaded ? "loaded" : "there")}")
            : HealthCheckResult.Unhealthy($"{model.Folder} does not exist"));
    }
}
