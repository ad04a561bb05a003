using VideoPoet.CommandLine;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>Shows how far a chain has come, step by step.</summary>
/// <param name="chain">The chain.</param>
/// <param name="display">Where it is shown.</param>
/// <param name="reproduction">What a record says the chain begins with; null without a record.</param>
internal sealed class ChainDisplay(VideoChain chain, IWorkDisplay display, Reproduction? reproduction)
{
    private int step = -1;

    /// <summary>Shows a part of a step.</summary>
    /// <exception cref="VideoGenerationException">The first step does not begin with what the record says.</exception>
    public void Show(VideoChainUpdate update)
    {
        if (update is { Step: 0, Update.Record: { } record })
            reproduction?.Check(record);
        var title = $"step {update.Step + 1} of {chain.Steps.Count}, {update.Title}";
        if (update.Step != step)
            display.Say(title);
        step = update.Step;
        display.Report(GenerationProgress.Of(update.Update.Progress, title));
    }
}
