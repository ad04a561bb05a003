namespace VideoPoet.Data;

/// <summary>Consecutive frames of one rate.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Length">How many.</param>
internal readonly record struct FrameRun(int First, int Length)
{
    /// <summary>At how many places a window of so many frames can begin.</summary>
    public int Places(int frames) => Math.Max(0, Length - frames + 1);
}
