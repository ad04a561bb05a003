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
    // That of libtorch's own memory.
    private const int Alignment = 64;

    private readonly SafeFileHandle _handle;
    private readonly MemoryMappedFile _memory;

    /// <exception cref="WeightFileException">It is a folder, or empty.</exception>
    public MappedFile(string path)
    {
        Path = path;
        if (Directory.Exists(path))
            throw Broken("it is a folder, and a file is needed.");
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
        if (Length == 0)
        {
            _handle.Dispose();
            throw Broken("it is empty.");
        }
        // Copy on write, because a tensor is writable: a write stays in this process instead of ending it.
        _memory = MemoryMappedFile.CreateFromFile(
            _handle, mapName: null, capacity: 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: false);
    }

    public string Path { get; }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; }

    /// <summary>Reads bytes; the caller has checked that they are within the file.</summary>
    public byte[] Read(long offset, int count)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            var read = RandomAccess.Read(_handle, bytes.AsSpan(done), offset + done);
            if (read == 0)
                throw Broken("it was shortened while it was read.");
            done += read;
        }
        return bytes;
    }

    /// <summary>A tensor over a part of the file, which the caller has checked to be within it. The tensor keeps its own mapping.</summary>
    public unsafe Tensor Map(long offset, ValueList<long> shape, ScalarType type)
    {
        long[] sizes = [.. shape];
        var bytes = sizes.Aggregate((long)type.ElementSize(), (product, size) => product * size);
        if (bytes == 0)
            return empty(sizes, type);
        // One mapping a tensor: the system refuses a single one that is larger than the machine's memory.
        var view = _memory.CreateViewAccessor(offset, bytes, MemoryMappedFileAccess.CopyOnWrite);
        byte* first = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        var data = first + view.PointerOffset;
        if (offset % type.ElementSize() == 0)
            return TorchRuntime.Current.FromMemory(data, sizes, type, () => Release(view));
        // Few writers leave elements at odd places, where libtorch must not read them.
        var copy = (nint)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        Buffer.MemoryCopy(data, (void*)copy, bytes, bytes);
        Release(view);
        return TorchRuntime.Current.FromMemory((void*)copy, sizes, type, () => NativeMemory.AlignedFree((void*)copy));
    }

    /// <summary>The exception that this file is broken.</summary>
    public WeightFileException Broken(string problem, Exception? cause = null) => new(Path, problem, cause);

    public void Dispose() => _memory.Dispose();

    private static void Release(MemoryMappedViewAccessor view)
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
