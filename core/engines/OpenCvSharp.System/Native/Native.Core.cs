using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int cvs_split(MatHandle src, ReadOnlySpan<nint> channels);

    [LibraryImport(Library)]
    internal static partial int cvs_add(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask, int dtype);

    [LibraryImport(Library)]
    internal static partial int cvs_subtract(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask, int dtype);

    [LibraryImport(Library)]
    internal static partial int cvs_multiply(MatHandle a, MatHandle b, MatHandle dst, double scale, int dtype);

    [LibraryImport(Library)]
    internal static partial int cvs_absdiff(MatHandle a, MatHandle b, MatHandle dst);

    [LibraryImport(Library)]
    internal static partial int cvs_bitwise_not(MatHandle src, MatHandle dst, MatHandle mask);

    [LibraryImport(Library)]
    internal static partial int cvs_transpose(MatHandle src, MatHandle dst);

    [LibraryImport(Library)]
    internal static partial int cvs_extract_channel(MatHandle src, MatHandle dst, int channel);

    [LibraryImport(Library)]
    internal static partial int cvs_add_weighted(MatHandle a, double alpha, MatHandle b, double beta, double gamma, MatHandle dst, int dtype);

    [LibraryImport(Library)]
    internal static partial int cvs_copy_make_border(
        MatHandle src, MatHandle dst, int top, int bottom, int left, int right, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int cvs_mean(MatHandle src, MatHandle mask, out Scalar mean);

    [LibraryImport(Library)]
    internal static partial int cvs_sum(MatHandle src, out Scalar sum);

    [LibraryImport(Library)]
    internal static partial int cvs_count_non_zero(MatHandle src, out int count);

    [LibraryImport(Library)]
    internal static partial int cvs_psnr(MatHandle a, MatHandle b, double peak, out double value);

    [LibraryImport(Library)]
    internal static partial int cvs_norm(MatHandle a, MatHandle b, int type, MatHandle mask, out double norm);

    [LibraryImport(Library)]
    internal static partial int cvs_normalize(MatHandle src, MatHandle dst, double alpha, double beta, int type, int dtype, MatHandle mask);

    [LibraryImport(Library)]
    internal static partial int cvs_min_max_loc(MatHandle src, out double min, out double max, out Point minAt, out Point maxAt, MatHandle mask);

    [LibraryImport(Library)]
    internal static partial int cvs_merge(ReadOnlySpan<nint> channels, int count, MatHandle dst);

    [LibraryImport(Library)]
    internal static partial int cvs_hconcat(ReadOnlySpan<nint> images, int count, MatHandle dst);

    [LibraryImport(Library)]
    internal static partial int cvs_vconcat(ReadOnlySpan<nint> images, int count, MatHandle dst);
}
