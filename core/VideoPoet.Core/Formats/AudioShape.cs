namespace VideoPoet.Core;

/// <summary>The shape of a clip's audio codes; they are flattened by level, then by frame (paper §3.1).</summary>
/// <param name="Levels">Levels of the audio tokenizer, coarse to fine.</param>
/// <param name="Frames">Latent audio frames, 50 a second.</param>
public readonly record struct AudioShape(int Levels, int Frames)
{
    /// <summary>The number of codes.</summary>
    public int Tokens => Levels * Frames;

    /// <summary>The two sizes.</summary>
    public override string ToString() => $"{Levels}×{Frames}";
}
