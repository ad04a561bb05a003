using System.Globalization;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference;

/// <summary>Foresees the memory of a generation, and refuses it with numbers when there is too little.</summary>
/// <param name="most">What may be taken, bytes; null for what the machine has free.</param>
internal sealed class MemoryForecast(long? most)
{
    // The widest layers hold a latent frame's four frames in full size: input, output and what a convolution lays out of them.
    private const int FramesAtOnce = 4, CopiesOfWidestLayer = 12;
    private const long Mebibyte = 1 << 20;

    /// <summary>The memory that a generation takes beside the weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plan">What is generated.</param>
    /// <param name="request">What is decoded.</param>
    public static (long Session, long Tokenizers) Bytes(LoadedModel model, GenerationPlan plan, DecodingRequest request)
    {
        var pixels = (long)plan.Format.Width * plan.Format.Height;
        var perSample = sizeof(float) * model.Tokenizers.Model.VideoTokenizer.Channels * FramesAtOnce * pixels * CopiesOfWidestLayer;
        return (model.Decoder.SessionBytes(request), plan.Layout.VisualOutput is null ? 0 : perSample * plan.Options.Count);
    }

    /// <summary>Refuses a generation for which there is too little memory.</summary>
    /// <exception cref="VideoGenerationException">There is; the message says how much it would take and how much there is.</exception>
    public void Check(LoadedModel model, GenerationPlan plan, DecodingRequest request)
    {
        var (session, tokenizers) = Bytes(model, plan, request);
        var available = Math.Min(most ?? long.MaxValue, FreeMemory.Bytes());
        if (session + tokenizers <= available)
            return;
        var reason = most <= available ? "the limit allows" : "the machine has free";
        throw new VideoGenerationException(
            $"{plan.Options.Count} sample{(plan.Options.Count == 1 ? "" : "s")} of '{plan.Request.Task}' in {plan.Format.Name} would take "
            + $"{Text(session + tokenizers)} ({Text(session)} to decode {plan.Layout.Length} positions, {Text(tokenizers)} to make frames of them), and "
            + $"{reason} {Text(available)}. Ask for fewer samples or a smaller format.");
    }

    private static string Text(long bytes) => ((bytes + Mebibyte - 1) / Mebibyte).ToString("N0", CultureInfo.InvariantCulture) + " MiB";
}
