using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Seeds libtorch for a step. No state of a generator needs to be kept, for its random numbers follow from the step.</summary>
internal static class StepSeed
{
    private const int LibraryItem = -1; // no item of a batch has this number, nor a smaller one

    /// <summary>Seeds libtorch.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="step">The step; negative for an evaluation.</param>
    /// <param name="rank">The process: each drops other activations of its share of the batch.</param>
    public static void Set(long seed, long step, int rank = 0) =>
        manual_seed((long)(new CounterRandom(seed, step, LibraryItem - rank).NextBits() >> 1));
}
