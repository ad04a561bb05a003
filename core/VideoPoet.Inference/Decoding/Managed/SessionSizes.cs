using VideoPoet.Inference.Decoding.Vectors;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Where the parts of a session lie in its memory, and how large it is: the estimate and the allocation are the same sum.</summary>
internal sealed class SessionSizes
{
    // Of weights and blocks' sums in the sampler.
    private const int SamplerBlock = 1_024;

    private readonly LanguageModelSpec _sizes;
    private readonly int[] _shared;
    private readonly long[] _ofBranch;
    private readonly long _layerBytes;
    private readonly int _samples, _ownCapacity;

    /// <summary>Sums up.</summary>
    /// <param name="plan">What is decoded.</param>
    /// <param name="sizes">The sizes of the model.</param>
    /// <param name="format">How weights are held.</param>
    /// <param name="workers">How many threads work.</param>
    public SessionSizes(DecodingPlan plan, LanguageModelSpec sizes, WeightFormat format, int workers)
    {
        _sizes = sizes;
        HeadWidth = sizes.Width / sizes.Heads;
        Groups = sizes.KeyValueHeads ?? sizes.Heads;
        Format = format;
        _samples = plan.Samples;
        _shared = [.. plan.Branches.Select(branch =>
            branch.Layout.PrefixLength + plan.Prefilled - (branch.Layout.Text is { } slot ? slot.Length - (int)branch.Text!.shape[0] : 0))];
        // The last choice itself is never taken.
        _ownCapacity = Math.Max(0, plan.LastChoice - plan.FirstChoice);
        Rows = plan.Branches.Count * plan.Samples;
        var width = Padded(sizes.Width);
        var inner = Padded(sizes.FeedForward);
        States = Take(Rows * width);
        Normed = Take(Rows * width);
        First = Take(plan.Branches.Count * width);
        Second = Take(Rows * width);
        Projected = Take(Rows * (width + 2L * Padded(Groups * HeadWidth)));
        Attended = Take(Rows * width);
        Inner = Take(Rows * inner);
        Logits = Take((long)Rows * plan.MostLogits);
        Places = Take((long)_ownCapacity * sizes.Width);
        RotaryLength = plan.Branches.Max(branch => branch.Layout.Length);
        Rotary = Take((long)RotaryLength * HeadWidth);
        MostScores = _shared.Max(count => RoundUp(count)) + RoundUp(_ownCapacity);
        WorkerBytes = ProductInputs.Bytes(format, Rows, Math.Max(sizes.Width, sizes.FeedForward))
            + AlignedMemory.Aligned(sizeof(float) * (MostScores + 2L * Padded(HeadWidth)))
            + 2 * AlignedMemory.Aligned((long)sizeof(float) * Rows * inner);
        Worker = TakeBytes(workers * WorkerBytes);
        _ofBranch = new long[plan.Branches.Count];
        for (var branch = 0; branch < _ofBranch.Length; branch++)
        {
            _ofBranch[branch] = _layerBytes;
            _layerBytes += Groups * (RunBytes(_shared[branch]) + (long)_samples * RunBytes(_ownCapacity));
        }
        Keys = TakeBytes(sizes.Layers * _layerBytes);
    }

    /// <summary>The width of a head.</summary>
    public int HeadWidth { get; }

    /// <summary>The heads of keys and values.</summary>
    public int Groups { get; }

    /// <summary>How weights are held, and keys and values with them.</summary>
    public WeightFormat Format { get; }

    /// <summary>Samples by branches.</summary>
    public int Rows { get; }

    /// <summary>The positions that rotary factors are needed for.</summary>
    public int RotaryLength { get; }

    /// <summary>The scores of a head at most.</summary>
    public int MostScores { get; }

    /// <summary>The memory of one worker, bytes.</summary>
    public long WorkerBytes { get; }

    /// <summary>The memory of a session, bytes.</summary>
    public long Total { get; private set; }

    /// <summary>Where things begin, bytes.</summary>
    public long States { get; }

    /// <inheritdoc cref="States"/>
    public long Normed { get; }

    /// <inheritdoc cref="States"/>
    public long First { get; }

    /// <inheritdoc cref="States"/>
    public long Second { get; }

    /// <inheritdoc cref="States"/>
    public long Projected { get; }

    /// <inheritdoc cref="States"/>
    public long Attended { get; }

    /// <inheritdoc cref="States"/>
    public long Inner { get; }

    /// <inheritdoc cref="States"/>
    public long Logits { get; }

    /// <inheritdoc cref="States"/>
    public long Places { get; }

    /// <inheritdoc cref="States"/>
    public long Rotary { get; }

    /// <inheritdoc cref="States"/>
    public long Worker { get; }

    /// <inheritdoc cref="States"/>
    public long Keys { get; }

    /// <summary>The keys that all samples of a branch share.</summary>
    /// <param name="branch">The branch.</param>
    public int Shared(int branch) => _shared[branch];

    /// <summary>Where the shared keys and values of a group begin.</summary>
    public long SharedRun(int layer, int branch, int group) =>
        Keys + layer * _layerBytes + _ofBranch[branch] + group * RunBytes(_shared[branch]);

    /// <summary>Where a sample's own keys and values of a group begin.</summary>
    public long OwnRun(int layer, int branch, int group, int sample) =>
        SharedRun(layer, branch, Groups) + ((long)sample * Groups + group) * RunBytes(_ownCapacity);

    /// <summary>Where the values of a run begin, from the run's beginning.</summary>
    /// <param name="isOwn">Whether it is a sample's own.</param>
    /// <param name="branch">The branch.</param>
    public long ValuesOf(bool isOwn, int branch) => Bytes(isOwn ? _ownCapacity : _shared[branch]).Keys;

    /// <summary>Numbers with padding to whole vectors.</summary>
    public static int Padded(int count) => PackedMatrix.PaddedWidth(count, WeightFormat.Float32);

    /// <summary>The memory of the sampler, and the ids, bytes.</summary>
    public static long OfSampling(DecodingPlan plan) =>
        (plan.MostLogits + SamplerBlock - 1L) / SamplerBlock * (SamplerBlock * sizeof(float) + sizeof(double))
        + (long)plan.Samples * plan.Layout.Length * sizeof(int);

    private static int RoundUp(int count) => KeyBlock.Of(count) * KeyBlock.Size;

    private long RunBytes(int count)
    {
        var (keys, values) = Bytes(count);
        return keys + values;
    }

    private (long Keys, long Values) Bytes(int count)
    {
        var (keys, values) = Format switch
        {
            WeightFormat.Float32 => FloatAttention<FloatElement, float>.Bytes(count, HeadWidth),
            WeightFormat.BFloat16 => FloatAttention<BriefElement, ushort>.Bytes(count, HeadWidth),
            _ => Int8Attention<PortableDot>.Bytes(count, HeadWidth),
        };
        return (AlignedMemory.Aligned(keys), AlignedMemory.Aligned(values));
    }

    private long Take(long floats) => TakeBytes(sizeof(float) * floats);

    private long TakeBytes(long bytes)
    {
        var start = Total;
        Total += AlignedMemory.Aligned(bytes);
        return start;
    }
}
