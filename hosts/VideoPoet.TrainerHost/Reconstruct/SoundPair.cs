namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Samples and what became of them, as many.</summary>
internal sealed record SoundPair(ReadOnlyMemory<float> Original, ReadOnlyMemory<float> Decoded);
