namespace VideoPoet.Torch;

/// <summary>The runtime of the engine that this build uses.</summary>
public static class TorchRuntime
{
    /// <summary>The process's only runtime.</summary>
    public static ITorchRuntime Current { get; } = CreateRuntime();

    private static ITorchRuntime CreateRuntime() =>
#if TORCH_SYSTEM
        new SystemTorchRuntime();
#else
        new PackageTorchRuntime();
#endif
}
