namespace VideoPoet.Data;

/// <summary>What is known of a decoded sound.</summary>
/// <param name="Samples">How many samples there are, 16,000 a second; 0 where a file has no sound.</param>
/// <param name="Peak">The largest absolute sample, from 0 to 1.</param>
internal sealed record SoundFacts(long Samples, float Peak);

/// <summary>A decoded sound, divided into samples to train on and samples that are held out.</summary>
/// <param name="Data">The samples, 16 bits each.</param>
/// <param name="Training">How many leading samples may be trained on; the others are held out.</param>
internal sealed record SoundSource(CachedSource<SoundFacts> Data, long Training);
