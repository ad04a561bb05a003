namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>How the rows of a product are cut into pieces for workers.</summary>
internal static class Pieces
{
    // A piece is a multiple of it, so that whole vectors of results are computed together.
    private const int Multiple = 16;
    private const int PiecesPerWorker = 12;

    /// <summary>The rows of a piece.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="workers">How many share them.</param>
    public static int Size(int rows, int workers) =>
        Math.Max(Multiple, (rows / (workers * PiecesPerWorker) + Multiple - 1) / Multiple * Multiple);
}
