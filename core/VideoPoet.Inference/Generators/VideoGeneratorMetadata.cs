namespace VideoPoet.Inference;

/// <summary>What a generator is.</summary>
/// <param name="ProviderName">Who generates, as telemetry has it.</param>
/// <param name="ModelId">The model, as its options name it.</param>
public sealed record VideoGeneratorMetadata(string ProviderName, string ModelId);
