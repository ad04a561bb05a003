using VideoPoet.Training.LanguageModels;

namespace VideoPoet.TrainerHost.Train;

/// <summary>What a run of a language model takes, as far as it is known before it begins.</summary>
/// <param name="FrozenParameters">The parameters that are not trained.</param>
/// <param name="Memory">The memory, in bytes, beside what libraries take.</param>
/// <param name="Groups">What each stage draws.</param>
/// <param name="Tokens">The positions of all sequences of the run, expected.</param>
/// <param name="LearntTokens">Those of them that are learnt.</param>
/// <param name="PeakFlops">The arithmetic that this machine can do, measured: floating-point operations a second.</param>
/// <param name="ModelFlopsUtilisation">The share of it that the probes used.</param>
internal sealed record LanguageModelCosts(
    long FrozenParameters, MemoryEstimate Memory, IReadOnlyList<GroupCost> Groups, double Tokens, double LearntTokens, double PeakFlops,
    double ModelFlopsUtilisation);

/// <summary>The batches of one length group in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Format">The format.</param>
/// <param name="Tasks">The tasks.</param>
/// <param name="PrefixLength">The positions of a prefix.</param>
/// <param name="OutputLength">The positions of an output.</param>
/// <param name="Rows">The sequences of a batch.</param>
/// <param name="Tokens">The positions of a batch.</param>
/// <param name="Probability">How often a batch of the stage is of the group.</param>
/// <param name="Padding">The share of positions that hold nothing.</param>
/// <param name="Seconds">The time of a batch, forward and backward, measured; null for groups that are seldom drawn.</param>
internal sealed record GroupCost(
    string Stage, string Format, IReadOnlyList<string> Tasks, int PrefixLength, int OutputLength, int Rows, long Tokens, double Probability,
    double Padding, double? Seconds);
