using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds and loads the native parts: the fast BLAS first, then the engine, which brings libtorch.</summary>
internal static unsafe class NativeLibraries
{
    public const string EngineName = "TorchSharpSystem";
    private const string SupportedVersion = "1.13";
    private const string FileName = $"lib{EngineName}.so";

    // libtorch asks for these sonames; whichever library of that name was loaded first serves the whole process. The OpenMP build of OpenBLAS
    // is fifty times faster than the reference BLAS and follows libtorch's number of threads.
    private static readonly string[] s_fastBlas =
    [
        "/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3",
        "/usr/lib/x86_64-linux-gnu/openblas-openmp/liblapack.so.3",
        "/usr/lib/aarch64-linux-gnu/openblas-openmp/libblas.so.3",
        "/usr/lib/aarch64-linux-gnu/openblas-openmp/liblapack.so.3",
    ];

    private static readonly Lazy<nint> s_engine = new(Load);

    /// <summary>The version of libtorch that the native part was built against.</summary>
    public static string TorchVersion { get; private set; } = "";

    /// <summary>Makes the runtime ask this class for the engine; called once, before the first native call.</summary>
    public static void Prepare() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLibraries).Assembly,
        (name, assembly, path) => name == EngineName ? s_engine.Value : 0);

    private static nint Load()
    {
        var file = Path.Combine(Path.GetDirectoryName(typeof(NativeLibraries).Assembly.Location) ?? "", FileName);
        if (!File.Exists(file))
            throw new DllNotFoundException($"The native part of the torch engine is missing: {file}. './videopoet setup' builds it.");
        foreach (var blas in s_fastBlas.Where(File.Exists))
            PreloadGlobally(blas);
        var library = Open(file);
        TorchVersion = CheckVersion(library, file);
        Start(library);
        return library;
    }

    private static nint Open(string file)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException error)
        {
            throw new DllNotFoundException(
                $"The torch engine needs libtorch {SupportedVersion}, which './videopoet setup' installs: {error.Message}", error);
        }
    }

    private static string CheckVersion(nint library, string file)
    {
        var version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "engine_torch_version"))()) ?? "";
        return version.StartsWith(SupportedVersion + ".", StringComparison.Ordinal)
            ? version
            : throw new NotSupportedException(
                $"{file} was built against libtorch {version}; this engine supports {SupportedVersion}. './videopoet setup' builds it anew.");
    }

    private static void Start(nint library)
    {
        ((delegate* unmanaged<void>)NativeLibrary.GetExport(library, "engine_memory_install"))();
        // Debian's libtorch starts with one thread; an explicit OMP_NUM_THREADS stays in force.
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null or "")
            ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "engine_set_threads"))(Environment.ProcessorCount);
    }

    private static void PreloadGlobally(string file)
    {
        const int Now = 2;
        const int Global = 0x100;
        fixed (byte* path = System.Text.Encoding.UTF8.GetBytes(file + "\0"))
            if (dlopen(path, Now | Global) == 0)
                throw new DllNotFoundException($"{file} cannot be loaded: {Marshal.PtrToStringUTF8(dlerror())}");
    }

    [DllImport("libc.so.6"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint dlopen(byte* path, int flags);

    [DllImport("libc.so.6"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint dlerror();
}
