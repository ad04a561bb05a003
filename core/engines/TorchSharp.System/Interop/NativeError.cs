using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Turns a native error code and the thread's last message into a .NET exception.</summary>
internal static class NativeError
{
    private const int BadArgument = -2;
    private const int NullArgument = -3;

    public static string Message => Marshal.PtrToStringUTF8(Native.engine_last_error()) ?? "";

    /// <summary>Throws when <paramref name="code"/> is negative.</summary>
    public static void Check(int code, string what)
    {
        if (code < 0)
            Throw(code, what);
    }

    [DoesNotReturn]
    public static void Throw(int code, string what)
    {
        var pending = ManagedCallbacks.TakePending();
        throw code switch
        {
            _ when pending is not null => pending,
            NullArgument => new ArgumentNullException(Message, $"{what}: argument '{Message}' must not be null."),
            BadArgument => new ArgumentException($"{what}: {Message}."),
            _ => new ExternalException($"{what}: {Message}"),
        };
    }
}
