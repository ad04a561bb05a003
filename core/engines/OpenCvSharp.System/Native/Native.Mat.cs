using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int cvs_mat_new(out MatHandle mat);

    [LibraryImport(Library)]
    internal static partial void cvs_mat_delete(nint mat);

    // Reads fields only, and every property of Mat goes through it: without the transition it costs a few nanoseconds.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial void cvs_mat_header(MatHandle mat, out MatHeader header);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_create(MatHandle mat, int dims, ReadOnlySpan<int> sizes, int type);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_wrap(MatHandle mat, int rows, int cols, int type, nint data, nuint step);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_share(MatHandle mat, MatHandle source);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_fill(MatHandle mat, Scalar value);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_roi(MatHandle mat, MatHandle source, Rect roi);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_ranges(MatHandle mat, MatHandle source, int rowStart, int rowEnd, int colStart, int colEnd);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_reshape(MatHandle mat, MatHandle source, int channels, int rows);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_reshape_nd(MatHandle mat, MatHandle source, int channels, int dims, ReadOnlySpan<int> sizes);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_copy_to(MatHandle source, MatHandle mat, MatHandle mask);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_convert_to(MatHandle source, MatHandle mat, int type, double alpha, double beta);

    [LibraryImport(Library)]
    internal static partial int cvs_mat_set_to(MatHandle mat, MatHandle value, MatHandle mask);
}
