using System.ComponentModel;
using System.Diagnostics;

namespace VideoPoet.Media;

/// <summary>
/// A running ffmpeg or ffprobe: it is killed when its time is over, when it takes too much memory, when the caller cancels and when this is disposed.
/// </summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    // Asking costs less than a millisecond. A limit of the system's own would not do: ffmpeg's decoders, refused memory, can go round without end.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    // Ctrl-C ends every program of a terminal at once, and may end this one before the caller cancels.
    private static readonly TimeSpan TimeToCancel = TimeSpan.FromMilliseconds(500);

    private readonly ToolCommand command;
    private readonly TimeSpan limit;
    private readonly CancellationToken cancellation;
    private readonly Process process;
    private readonly Task<string> complaints;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenRegistration kill;
    private readonly Timer? looks;
    private volatile bool isTooLarge;
    private IOException? broken;

    private ToolProcess(ToolCommand command, TimeSpan limit, Process process, CancellationToken cancellation)
    {
        (this.command, this.limit, this.process, this.cancellation) = (command, limit, process, cancellation);
        complaints = Complaints.TailAsync(process.StandardError);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Its death ends every pipe, so that no read or write needs a token of its own.
        kill = stop.Token.Register(process.Kill);
        stop.CancelAfter(limit);
        if (command.MemoryBytes < long.MaxValue)
            looks = new(_ => CheckMemory(), null, BetweenLooks, BetweenLooks);
    }

    /// <summary>Whether the program has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program.</param>
    /// <param name="limit">How long it may run.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="MediaException">The program is not installed.</exception>
    public static ToolProcess Start(ToolCommand command, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return new(command, limit, Process.Start(start)!, cancellation);
        }
        catch (Win32Exception exception)
        {
            throw new MediaException(
                command.File, $"needs the program '{command.Program}', which cannot be started", "Install ffmpeg and put it on the PATH.", exception)
            {
                IsFaultOfTool = true,
            };
        }
    }

    /// <summary>Reads until the memory is full or the output ends.</summary>
    /// <param name="memory">What to fill.</param>
    /// <returns>How many bytes were read.</returns>
    public ValueTask<int> ReadAsync(Memory<byte> memory) =>
        process.StandardOutput.BaseStream.ReadAtLeastAsync(memory, memory.Length, throwOnEndOfStream: false, CancellationToken.None);

    /// <summary>Gives the program's output away as it comes, until it ends.</summary>
    /// <param name="target">Who gets it.</param>
    /// <exception cref="IOException">The target takes no more.</exception>
    public Task CopyOutputAsync(Stream target) => process.StandardOutput.BaseStream.CopyToAsync(target, CancellationToken.None);

    /// <summary>Feeds the program's input and closes it; that the program did not take all is told by <see cref="CompleteAsync"/>.</summary>
    /// <param name="input">All the input.</param>
    public async Task WriteAsync(ReadOnlyMemory<byte> input)
    {
        if (await WritePartAsync(input).ConfigureAwait(false))
            CloseInput();
    }

    /// <summary>Feeds a part of the program's input.</summary>
    /// <param name="input">The part.</param>
    /// <returns>Whether the program takes more; else <see cref="CompleteAsync"/> tells why not.</returns>
    public async Task<bool> WritePartAsync(ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (IOException exception)
        {
            broken = exception;
            return false;
        }
    }

    /// <summary>Ends the program's input.</summary>
    public void CloseInput()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException exception)
        {
            broken = exception;
        }
    }

    /// <summary>Gives the program its whole time again.</summary>
    public void RestartTime() => stop.CancelAfter(limit);

    /// <summary>Stops counting the time, while the program waits for the caller.</summary>
    public void PauseTime() => stop.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Waits until the program has ended and sees that it succeeded.</summary>
    /// <exception cref="MediaException">It failed, or its time was over.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task CompleteAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var text = await complaints.ConfigureAwait(false);
        var isKilled = stop.IsCancellationRequested || isTooLarge;
        if (!isKilled && IsInterruption(process.ExitCode))
            await Task.Delay(TimeToCancel, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (isTooLarge)
        {
            throw new MediaException(
                command.File,
                $"{command.Failure} with the {command.MemoryBytes} bytes of memory that {command.Program} may take",
                "Give smaller pictures, or raise the limit.");
        }
        if (process.ExitCode != 0 && isKilled)
        {
            throw new MediaException(
                command.File, $"{command.Failure} within {limit.TotalSeconds:0.###} s", "Take a shorter or smaller part, or raise the time limit.");
        }
        if (process.ExitCode != 0 || broken is not null)
            throw new MediaException(command.File, $"{command.Failure}: {Complaints.Reason(text, process.ExitCode)}", command.Remedy, broken);
    }

    /// <summary>Kills the program if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (looks is not null)
            await looks.DisposeAsync().ConfigureAwait(false);
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await complaints.ConfigureAwait(false);
        await kill.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
        process.Dispose();
    }

    // The code with which ffmpeg ends when it is interrupted, and those of a death by a signal.
    private static bool IsInterruption(int exitCode) => exitCode is 255 or (> 128 and < 160);

    private void CheckMemory()
    {
        try
        {
            // An object of its own, since the other one serves the caller's thread.
            using var seen = Process.GetProcessById(process.Id);
            if (seen.WorkingSet64 <= command.MemoryBytes)
                return;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has just ended.
            return;
        }
        isTooLarge = true;
        process.Kill();
    }
}
