namespace VideoPoet.Core;

/// <summary>The shape of a clip's visual codes; they are flattened by time, then row, then column.</summary>
/// <param name="Time">Latent frames.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct LatentShape(int Time, int Height, int Width)
{
    /// <summary>The number of codes of one latent frame.</summary>
    public int FrameTokens => Height * Width;

    /// <summary>The number of codes.</summary>
    public int Tokens => Time * FrameTokens;

    /// <summary>The three sizes.</summary>
    public override string ToString() => $"{Time}×{Height}×{Width}";
}
