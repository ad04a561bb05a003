namespace VideoPoet.Torch;

/// <summary>Brings processes together, with what this build's engine has for it.</summary>
public static class ProcessGroup
{
    /// <summary>The engine's part.</summary>
    internal static ICollectives Engine { get; } =
#if TORCH_SYSTEM
        new Gloo.GlooCollectives();
#else
        new PackageCollectives();
#endif

    /// <summary>Waits until all processes have come, and joins them; a process of its own needs nobody and nothing.</summary>
    /// <param name="settings">Which process this is, and where the others are; <see cref="ProcessEnvironment.Read()"/> knows it from the launcher.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The settings make no sense.</exception>
    /// <exception cref="ProcessGroupException">
    /// The others did not come in time or contradict, the port is taken, or the engine has no collectives.
    /// </exception>
    public static IProcessGroup Join(ProcessGroupSettings settings, CancellationToken cancellationToken = default)
    {
        Check(settings);
        return settings.Size == 1 ? new SingleProcess() : Engine.Join(settings, cancellationToken);
    }

    /// <summary>Calls back whenever a backward pass has added to the gradient of a tensor, on the thread of that pass, until it is disposed.</summary>
    /// <param name="tensor">A leaf that needs a gradient.</param>
    /// <param name="ready">Called once a pass.</param>
    /// <exception cref="NotSupportedException">The engine cannot tell.</exception>
    public static IDisposable WatchGradient(TorchSharp.torch.Tensor tensor, Action ready) => Engine.WatchGradient(tensor, ready);

    private static void Check(ProcessGroupSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Size, 1, nameof(settings.Size));
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Rank, nameof(settings.Rank));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settings.Rank, settings.Size, nameof(settings.Rank));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Port, 1, nameof(settings.Port));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Port, ushort.MaxValue, nameof(settings.Port));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.LostAfter, settings.BeatEvery, nameof(settings.LostAfter));
    }
}
