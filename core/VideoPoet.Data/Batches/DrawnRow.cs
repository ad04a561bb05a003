using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>One row of a batch: the form of a task, and the sample that it is made of.</summary>
public sealed class DrawnRow
{
    internal DrawnRow(MixtureVariant variant, MixtureStream stream, int window)
    {
        (Variant, Stream) = (variant, stream);
        Id = new(stream.Source.Shards, stream.Format.Name, window, variant.Name);
    }

    /// <summary>The form of the task.</summary>
    public MixtureVariant Variant { get; }

    /// <summary>The sample.</summary>
    public SampleId Id { get; }

    /// <summary>The windows that the sample is one of.</summary>
    internal MixtureStream Stream { get; }
}
