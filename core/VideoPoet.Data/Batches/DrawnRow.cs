using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>One row of a batch: the form of a task, and the sample that it is made of.</summary>
public sealed class DrawnRow
{
    internal DrawnRow(MixtureVariant variant, MixtureStream stream, int window, int targets)
    {
        (Variant, Stream, Targets) = (variant, stream, targets);
        Id = new(stream.Source.Shards, stream.Format.Name, window, variant.Name);
    }

    /// <summary>The form of the task.</summary>
    public MixtureVariant Variant { get; }

    /// <summary>The sample.</summary>
    public SampleId Id { get; }

    /// <summary>The tokens of the row that are learnt, as <see cref="OutputLoss.Count"/> counts them.</summary>
    public int Targets { get; }

    /// <summary>The windows that the sample is one of.</summary>
    internal MixtureStream Stream { get; }

    /// <summary>The tokens of a sequence that are learnt.</summary>
    internal static int TargetsOf(SequenceLayout layout) => TargetRun.Of([layout]).Sum(run => run.Length);
}
