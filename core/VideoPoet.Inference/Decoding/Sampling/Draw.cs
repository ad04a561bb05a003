namespace VideoPoet.Inference.Decoding.Sampling;

/// <summary>A choice.</summary>
/// <param name="Index">What was chosen, from 0.</param>
/// <param name="Entropy">The entropy of the distribution before top-k and top-p, nats.</param>
internal readonly record struct Draw(int Index, double Entropy);
