using VideoPoet.Core;
using VideoPoet.Evaluation;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Chains;

namespace VideoPoet.InferenceHost.Evaluate;

/// <summary>What is asked of a model with scenes of Toybox: all tasks and chains that come along.</summary>
internal static class ToyQuestions
{
    /// <summary>All of them, those of tasks first.</summary>
    /// <param name="catalog">The tasks that chains may name.</param>
    public static IReadOnlyList<IToyProtocol> All(TaskCatalog catalog) =>
        [.. ToyProtocols.Tasks, .. ToyProtocols.Chains(ChainFile.Names.ToDictionary(name => name, name => VideoChain.Of(ChainFile.Read(name, catalog))))];
}
