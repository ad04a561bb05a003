namespace VideoPoet.Torch;

/// <summary>Bytes of tensors on one device.</summary>
/// <param name="Allocated">In living tensors.</param>
/// <param name="Peak">The most at a time since the process began or <see cref="ITorchRuntime.ResetPeakMemory"/>.</param>
/// <param name="Cached">Freed and kept by the allocator for reuse.</param>
/// <param name="Total">The device's whole memory.</param>
public sealed record MemoryStatistics(long Allocated, long Peak, long Cached, long Total);
