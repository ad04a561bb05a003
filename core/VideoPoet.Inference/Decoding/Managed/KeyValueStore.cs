using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The keys and values of a session, and the attention to them.</summary>
internal abstract unsafe class KeyValueStore
{
    /// <summary>The store of a session.</summary>
    /// <param name="memory">The session's memory.</param>
    /// <param name="sizes">Where things lie in it.</param>
    /// <param name="instructions">For products of bytes.</param>
    public static KeyValueStore In(byte* memory, SessionSizes sizes, IntegerInstructions instructions) => (sizes.Format, instructions) switch
    {
        (WeightFormat.Float32, _) => new KeyValueStore<FloatAttention<FloatElement, float>>(memory, sizes),
        (WeightFormat.BFloat16, _) => new KeyValueStore<FloatAttention<BriefElement, ushort>>(memory, sizes),
        (_, IntegerInstructions.Vnni) => new KeyValueStore<Int8Attention<VnniDot>>(memory, sizes),
        (_, IntegerInstructions.Avx2) => new KeyValueStore<Int8Attention<Avx2Dot>>(memory, sizes),
        _ => new KeyValueStore<Int8Attention<PortableDot>>(memory, sizes),
    };

    /// <summary>Writes a key and a value that all samples share.</summary>
    public abstract void PutShared(int layer, int branch, int group, int index, float* key, float* value);

    /// <summary>Writes a sample's own key and value.</summary>
    public abstract void PutOwn(int layer, int branch, int group, int sample, int index, float* key, float* value);

    /// <summary>Attends to the shared keys and a sample's own.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="group">The group of heads.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="own">How many own keys there are.</param>
    /// <param name="query">The query, turned and scaled.</param>
    /// <param name="scores">Memory.</param>
    /// <param name="output">The result.</param>
    public abstract void Attend(int layer, int branch, int group, int sample, int own, float* query, float* scores, float* output);
}

/// <inheritdoc cref="KeyValueStore"/>
internal sealed unsafe class KeyValueStore<TAttention>(byte* memory, SessionSizes sizes) : KeyValueStore
    where TAttention : IHeadAttention
{
    public override void PutShared(int layer, int branch, int group, int index, float* key, float* value) =>
        TAttention.Put(SharedRun(layer, branch, group), index, key, value, sizes.HeadWidth);

    public override void PutOwn(int layer, int branch, int group, int sample, int index, float* key, float* value) =>
        TAttention.Put(OwnRun(layer, branch, group, sample, index), index, key, value, sizes.HeadWidth);

    public override void Attend(int layer, int branch, int group, int sample, int own, float* query, float* scores, float* output) =>
        TAttention.Attend(
            query, sizes.HeadWidth, SharedRun(layer, branch, group), OwnRun(layer, branch, group, sample, own), scores, output);

    private KeyRun SharedRun(int layer, int branch, int group)
    {
        var start = memory + sizes.SharedRun(layer, branch, group);
        return new(start, start + sizes.ValuesOf(false, branch), sizes.Shared(branch));
    }

    private KeyRun OwnRun(int layer, int branch, int group, int sample, int count)
    {
        var start = memory + sizes.OwnRun(layer, branch, group, sample);
        return new(start, start + sizes.ValuesOf(true, branch), count);
    }
}
