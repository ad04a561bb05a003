namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>How the rows of a product are cut into pieces for workers.</summary>
internal static class Pieces
{
    // A piece is a multiple of it, so that whole vectors of results are computed together.
    private const int Multiple = 16;
    private const int PiecesPerWorker = 12;

    // Of weights: less would be read in less time than it takes to get going.
    private const int LeastBytes = 32 << 10;

    /// <summary>The rows of a piece.</summary>
    /// <param name="matrix">The weights.</param>
    /// <param name="rows">How many of its rows are multiplied.</param>
    /// <param name="workers">How many share them.</param>
    public static int Size(PackedMatrix matrix, int rows, int workers)
    {
        var least = LeastBytes / (matrix.Stride * PackedMatrix.ElementBytes(matrix.Format));
        var size = Math.Max(rows / (workers * PiecesPerWorker), Math.Min(least, rows / workers));
        return Math.Max(1, (size + Multiple - 1) / Multiple) * Multiple;
    }
}
