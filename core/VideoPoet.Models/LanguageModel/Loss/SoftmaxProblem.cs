using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Models.LanguageModel.Loss;

/// <summary>Which states predict among which rows of the output layer, and what is added to their cross-entropies.</summary>
/// <param name="Groups">The groups of states, without gaps.</param>
/// <param name="Options">What is added.</param>
internal sealed record SoftmaxProblem(IReadOnlyList<SoftmaxGroup> Groups, LanguageModelLossSpec Options);

/// <summary>Consecutive states that predict among the same rows of the output layer.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="First">The first state.</param>
/// <param name="Count">The number of states.</param>
internal readonly record struct SoftmaxGroup(IdRange Rows, int First, int Count);
