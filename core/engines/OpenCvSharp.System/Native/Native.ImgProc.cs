using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int cvs_resize(MatHandle src, MatHandle dst, Size size, double fx, double fy, int interpolation);

    [LibraryImport(Library)]
    internal static partial int cvs_cvt_color(MatHandle src, MatHandle dst, int code, int channels);

    [LibraryImport(Library)]
    internal static partial int cvs_gaussian_blur(MatHandle src, MatHandle dst, Size kernel, double sigmaX, double sigmaY, int border);

    [LibraryImport(Library)]
    internal static partial int cvs_threshold(MatHandle src, MatHandle dst, double threshold, double max, int type, out double used);

    [LibraryImport(Library)]
    internal static partial int cvs_remap(MatHandle src, MatHandle dst, MatHandle map1, MatHandle map2, int interpolation, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int cvs_line(MatHandle image, Point a, Point b, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    internal static partial int cvs_rectangle(MatHandle image, Point a, Point b, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    internal static partial int cvs_rectangle_rect(MatHandle image, Rect rect, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    internal static partial int cvs_circle(MatHandle image, Point center, int radius, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Library)]
    internal static partial int cvs_ellipse(
        MatHandle image, Point center, Size axes, double angle, double start, double end, Scalar color, int thickness, int lineType, int
        shift);

    [LibraryImport(Library)]
    internal static partial int cvs_fill_convex_poly(MatHandle image, ReadOnlySpan<Point> points, int count, Scalar color, int lineType, int shift);

    [LibraryImport(Library)]
    internal static partial int cvs_fill_poly(
        MatHandle image, ReadOnlySpan<Point> points, ReadOnlySpan<int> counts, int contours, Scalar color, int lineType, int shift, Point
        offset);

    [LibraryImport(Library)]
    internal static partial int cvs_polylines(
        MatHandle image, ReadOnlySpan<Point> points, ReadOnlySpan<int> counts, int contours, int closed, Scalar color, int thickness, int
        lineType, int shift);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_put_text(
        MatHandle image, string text, Point origin, int font, double scale, Scalar color, int thickness, int lineType, int bottomLeft);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_text_size(string text, int font, double scale, int thickness, out int baseline, out Size size);
}
