using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The engine's native calls. Each returns 0, or 1 after a failure that <see cref="Check"/> turns into an exception.</summary>
internal static unsafe partial class Native
{
    private const string Library = "OpenCvSharpSystem";
    private const int NameCapacity = 64;

    // An explicit static constructor: the resolver must be there before the first native call.
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeLibraryResolver.Resolve);

    /// <summary>Throws the failure of the native call that returned this status on this thread.</summary>
    /// <exception cref="OpenCVException">The status is not 0.</exception>
    internal static void Check(int status)
    {
        if (status == 0) return;
        cvs_last_error(out var message, out var function, out var file, out var line);
        throw new OpenCVException(Text(message), Text(function), Text(file), line);

        static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
    }

    internal static MatHeader Header(MatHandle mat)
    {
        cvs_mat_header(mat, out var header);
        return header;
    }

    internal delegate int ReadName(byte* buffer, int capacity);

    /// <summary>Reads a short name that a native call writes into a buffer.</summary>
    internal static string Name(ReadName read)
    {
        var buffer = stackalloc byte[NameCapacity];
        Check(read(buffer, NameCapacity));
        return Marshal.PtrToStringUTF8((nint)buffer)!;
    }

    [LibraryImport(Library)]
    private static partial void cvs_last_error(out byte* message, out byte* function, out byte* file, out int line);

    [LibraryImport(Library)]
    internal static partial int cvs_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int cvs_get_threads(out int count);

    [LibraryImport(Library)]
    internal static partial int cvs_version(byte* buffer, int capacity);
}
