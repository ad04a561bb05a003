using System.Text;
using TorchSharp.Interop;

namespace VideoPoet.Torch.Gloo;

/// <summary>
/// One connection to the store that the processes of a group share. A call that waits keeps others on the same connection from starting, and one that
/// fails throws <see cref="System.Runtime.InteropServices.ExternalException"/>.
/// </summary>
internal sealed unsafe class KeyValueStore : IDisposable
{
    private readonly string _prefix;
    private nint _handle;

    /// <param name="host">Where the store is kept.</param>
    /// <param name="port">The port there.</param>
    /// <param name="prefix">Stands before all keys.</param>
    /// <param name="serve">Whether this process keeps it.</param>
    /// <param name="timeout">For connecting and for waiting for a key.</param>
    public KeyValueStore(string host, int port, string prefix, bool serve, TimeSpan timeout)
    {
        _prefix = prefix;
        nint handle;
        fixed (byte* name = Bytes(host))
            NativeError.Check(Native.engine_store_open(name, port, serve, Milliseconds(timeout), &handle), "store");
        _handle = handle;
    }

    /// <summary>The native object, for groups.</summary>
    public nint Handle => _handle;

    public static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\0");

    public void SetTimeout(TimeSpan timeout) => NativeError.Check(Native.engine_store_set_timeout(_handle, Milliseconds(timeout)), "store");

    public void Set(string key, string value)
    {
        var content = Encoding.UTF8.GetBytes(value);
        fixed (byte* name = Bytes(_prefix + key), data = content)
            NativeError.Check(Native.engine_store_set(_handle, name, data, content.Length), "store");
    }

    /// <summary>Waits until there is a value.</summary>
    public string Get(string key)
    {
        byte* data;
        long count;
        fixed (byte* name = Bytes(_prefix + key))
            NativeError.Check(Native.engine_store_get(_handle, name, &data, &count), "store");
        return Encoding.UTF8.GetString(data, (int)count);
    }

    public bool Has(string key)
    {
        bool present;
        fixed (byte* name = Bytes(_prefix + key))
            NativeError.Check(Native.engine_store_has(_handle, name, &present), "store");
        return present;
    }

    /// <summary>Adds to a number, which begins at 0.</summary>
    /// <returns>The sum.</returns>
    public long Add(string key, long amount)
    {
        long value;
        fixed (byte* name = Bytes(_prefix + key))
            NativeError.Check(Native.engine_store_add(_handle, name, amount, &value), "store");
        return value;
    }

    public void Dispose()
    {
        if (_handle != 0)
            Native.engine_store_release(_handle);
        _handle = 0;
    }
}
