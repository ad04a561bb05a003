using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>A file whose parts are read into arrays or lent to tensors as mapped memory.</summary>
internal sealed class MappedFile : IDisposable
{
    /// <summary>
    /// Tensors below this many bytes are copied: that costs no more than a mapping, of which a process can have some ten thousand, and whoever
    /// shortens the file later cannot harm a copy.
    /// </summary>
    public const int LeastMappedBytes = 1 << 20;

    // That of libtorch's own memory.
    private const int Alignment = 64;
    private const int LongestRead = 1 << 30;

    private readonly SafeFileHandle _handle;
    private readonly MemoryMappedFile _memory;

    /// <exception cref="WeightFileException">It is a folder, or empty.</exception>
    public MappedFile(string path)
    {
        Path = path;
        if (Directory.Exists(path))
            throw Broken("it is a folder, and a file is needed.");
        // Asked before it is opened: so are a pipe, which would wait for a writer, and a device.
        if (new FileInfo(path).Length == 0)
            throw Broken("it is empty.");
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
        // Copy on write, because a tensor is writable: a write stays in this process instead of ending it.
        _memory = MemoryMappedFile.CreateFromFile(
            _handle, mapName: null, capacity: 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: false);
    }

    public string Path { get; }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; }

    /// <summary>Reads bytes; the caller has checked that they are within the file.</summary>
    /// <exception cref="WeightFileException">The file was shortened since.</exception>
    public byte[] Read(long offset, int count)
    {
        var bytes = new byte[count];
        Read(offset, bytes);
        return bytes;
    }

    /// <summary>Fills memory with bytes that the caller has checked to be within the file.</summary>
    /// <exception cref="WeightFileException">The file was shortened since.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
                throw Shortened();
            offset += read;
            bytes = bytes[read..];
        }
    }

    /// <summary>
    /// A tensor over a part of the file, which the caller has checked to be within it: a copy of a small part, and otherwise the mapped file itself,
    /// which the tensor keeps mapped.
    /// </summary>
    /// <exception cref="WeightFileException">The file was shortened since.</exception>
    public Tensor Tensor(long offset, ValueList<long> shape, ScalarType type)
    {
        long[] sizes = [.. shape];
        var bytes = sizes.Aggregate((long)type.ElementSize(), (product, size) => product * size);
        if (bytes == 0)
            return empty(sizes, type);
        if (offset + bytes > RandomAccess.GetLength(_handle))
            throw Shortened();
        // Few writers leave elements at odd places, where libtorch must not read them.
        return bytes < LeastMappedBytes || offset % type.ElementSize() != 0 ? Copy(offset, bytes, sizes, type) : Map(offset, bytes, sizes, type);
    }

    /// <summary>The exception that this file is broken.</summary>
    public WeightFileException Broken(string problem, Exception? cause = null) => new(Path, problem, cause);

    public void Dispose() => _memory.Dispose();

    private unsafe Tensor Map(long offset, long bytes, long[] sizes, ScalarType type)
    {
        // One mapping a tensor: the system refuses a single one that is larger than the machine's memory.
        var view = _memory.CreateViewAccessor(offset, bytes, MemoryMappedFileAccess.CopyOnWrite);
        byte* first = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        return TorchRuntime.Current.FromMemory(first + view.PointerOffset, sizes, type, () => Release(view));
    }

    private unsafe Tensor Copy(long offset, long bytes, long[] sizes, ScalarType type)
    {
        var copy = (nint)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        try
        {
            for (var done = 0L; done < bytes; done += LongestRead)
                Read(offset + done, new Span<byte>((byte*)copy + done, (int)Math.Min(LongestRead, bytes - done)));
        }
        catch
        {
            NativeMemory.AlignedFree((void*)copy);
            throw;
        }
        return TorchRuntime.Current.FromMemory((void*)copy, sizes, type, () => NativeMemory.AlignedFree((void*)copy));
    }

    private WeightFileException Shortened() => Broken("it was shortened after it was opened; leave it alone while it is read, or copy it again.");

    private static void Release(MemoryMappedViewAccessor view)
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
