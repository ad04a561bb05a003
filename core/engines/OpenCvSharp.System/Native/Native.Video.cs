using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int cvs_farneback(
        MatHandle prev, MatHandle next, MatHandle flow, double scale, int levels, int window, int iterations, int polyN, double polySigma,
        int flags);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_new(out CaptureHandle capture);

    [LibraryImport(Library)]
    internal static partial void cvs_capture_delete(nint capture);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_capture_open_file(CaptureHandle capture, string path, int api, ReadOnlySpan<int> prms, int count, out int opened);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_open_camera(CaptureHandle capture, int index, int api, ReadOnlySpan<int> prms, int count, out int opened);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_is_opened(CaptureHandle capture, out int opened);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_grab(CaptureHandle capture, out int grabbed);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_retrieve(CaptureHandle capture, MatHandle image, int flag, out int got);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_read(CaptureHandle capture, MatHandle image, out int got);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_get(CaptureHandle capture, int property, out double value);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_set(CaptureHandle capture, int property, double value, out int accepted);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_release(CaptureHandle capture);

    [LibraryImport(Library)]
    internal static partial int cvs_capture_backend(CaptureHandle capture, byte* buffer, int capacity);

    [LibraryImport(Library)]
    internal static partial int cvs_writer_new(out WriterHandle writer);

    [LibraryImport(Library)]
    internal static partial void cvs_writer_delete(nint writer);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_writer_open(
        WriterHandle writer, string path, int api, int fourcc, double fps, Size size, ReadOnlySpan<int> prms, int count, out int opened);

    [LibraryImport(Library)]
    internal static partial int cvs_writer_is_opened(WriterHandle writer, out int opened);

    [LibraryImport(Library)]
    internal static partial int cvs_writer_write(WriterHandle writer, MatHandle image);

    [LibraryImport(Library)]
    internal static partial int cvs_writer_release(WriterHandle writer);

    [LibraryImport(Library)]
    internal static partial int cvs_writer_backend(WriterHandle writer, byte* buffer, int capacity);
}
