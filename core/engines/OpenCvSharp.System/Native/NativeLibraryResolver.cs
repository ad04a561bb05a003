using System.Reflection;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Finds the engine's native library beside the managed assembly, and says how to get it when it is not there.</summary>
internal static class NativeLibraryResolver
{
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(assembly.Location)!, $"lib{name}.so");
        if (!File.Exists(path))
        {
            throw new DllNotFoundException(
                $"The native part of the OpenCvSharp engine was not found at {path}. Run ./videopoet setup, which builds it.");
        }
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException(
                $"The native part of the OpenCvSharp engine does not load from {path}. " +
                $"Run ./videopoet setup, which installs what it needs. {e.Message}",
                e);
        }
    }
}
