using VideoPoet.Models.LanguageModel;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Lets the network compute what precedes the first choice, and copies what the steps need of it.</summary>
internal static unsafe class SessionPrefill
{
    /// <summary>Fills keys, values, the first states, what positions add, and rotary factors.</summary>
    /// <param name="model">The network.</param>
    /// <param name="plan">What is decoded.</param>
    /// <param name="sizes">Where things lie.</param>
    /// <param name="store">Keys and values.</param>
    /// <param name="buffers">The session's memory.</param>
    public static void Run(PrefixLanguageModel model, DecodingPlan plan, SessionSizes sizes, KeyValueStore store, SessionBuffers buffers)
    {
        for (var branch = 0; branch < plan.Branches.Count; branch++)
            Fill(model, plan, sizes, store, buffers, branch);
        var taken = plan.LastChoice - plan.FirstChoice;
        if (taken > 0)
        {
            // Those of outputs are the same in all branches.
            using var places = model.Places(plan.Layout, plan.FirstChoice, taken).contiguous();
            var count = (long)taken * model.Sizes.Width;
            Buffer.MemoryCopy(TensorMemory.Of(places), buffers.Places, count * sizeof(float), count * sizeof(float));
        }
        FillRotary(buffers.Rotary, sizes.RotaryLength, sizes.HeadWidth, model.Sizes.RotaryBase);
    }

    private static void Fill(
        PrefixLanguageModel model, DecodingPlan plan, SessionSizes sizes, KeyValueStore store, SessionBuffers buffers, int branch)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var (layout, _, text) = plan.Branches[branch];
        using var batch = plan.Batch(branch);
        var (cache, state) = model.Prefill(batch, plan.Prefilled);
        using var _1 = cache;
        var width = model.Sizes.Width;
        new ReadOnlySpan<float>(TensorMemory.Of(state.contiguous()), width).CopyTo(new(buffers.First + branch * SessionSizes.Padded(width), width));
        for (var layer = 0; layer < model.Sizes.Layers; layer++)
        {
            using var ofLayer = NewDisposeScope();
            var (keys, values) = cache.Of(layer);
            var key = TensorMemory.Of(keys.contiguous());
            var value = TensorMemory.Of(values.contiguous());
            for (var group = 0; group < sizes.Groups; group++)
            {
                var index = 0;
                for (var position = 0; position < cache.Position; position++, key += sizes.HeadWidth, value += sizes.HeadWidth)
                {
                    // Nobody sees padding: it is left out.
                    if (layout.Text is { } slot && position >= slot.Start + text!.shape[0] && position < slot.End)
                        continue;
                    store.PutShared(layer, branch, group, index++, key, value);
                }
            }
        }
    }

    // In double precision: at position 10,000 a single-precision angle is off by 1e-3.
    private static void FillRotary(float* rotary, int length, int headWidth, double rotaryBase)
    {
        var half = headWidth / 2;
        for (var position = 0; position < length; position++)
        {
            for (var index = 0; index < half; index++)
            {
                var (sine, cosine) = Math.SinCos(position * Math.Exp(2 * index * (-Math.Log(rotaryBase) / headWidth)));
                rotary[(long)position * headWidth + index] = (float)cosine;
                rotary[(long)position * headWidth + half + index] = (float)sine;
            }
        }
    }
}
