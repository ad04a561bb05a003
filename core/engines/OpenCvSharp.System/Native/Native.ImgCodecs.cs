using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_imread(MatHandle image, string path, int flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_imwrite(string path, MatHandle image, ReadOnlySpan<int> prms, int count, out int written);

    [LibraryImport(Library)]
    internal static partial int cvs_imdecode(MatHandle image, ReadOnlySpan<byte> bytes, int length, int flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cvs_imencode(string extension, MatHandle image, MatHandle bytes, ReadOnlySpan<int> prms, int count, out int written);
}
