using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>The windows of one data source that have all that some sequences hold: what is trained on, and what is held out.</summary>
public sealed class MixtureStream
{
    private readonly TokenizedDataset _dataset;
    private readonly int[] _training, _heldOut;

    internal MixtureStream(
        DataSourceSpec source, VideoFormat format, TokenizedDataset dataset, IReadOnlyList<WindowPlace> training, IEnumerable<WindowPlace> heldOut)
    {
        (Source, Format, _dataset) = (source, format, dataset);
        (_training, _heldOut) = ([.. training.Select(place => place.Number)], [.. heldOut.Select(place => place.Number)]);
        Epoch = new(training, source.Balance);
    }

    /// <summary>The data source.</summary>
    public DataSourceSpec Source { get; }

    /// <summary>The format.</summary>
    public VideoFormat Format { get; }

    /// <summary>The numbers of the windows that are trained on, in ascending order; at least one.</summary>
    public IReadOnlyList<int> Training => _training;

    /// <summary>The numbers of the windows that are held out, in ascending order; none where there is too little to hold any out.</summary>
    public IReadOnlyList<int> HeldOut => _heldOut;

    /// <summary>What is drawn before anything comes again.</summary>
    internal EpochWindows Epoch { get; }

    /// <summary>The width of text embeddings; null where the source has none.</summary>
    internal int? TextWidth => _dataset.Description.TextWidth;

    /// <summary>A window.</summary>
    /// <param name="number">Its number in the dataset.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    /// <exception cref="DatasetException">The shard is damaged.</exception>
    public TokenizedWindow Window(int number) => _dataset.Window(Format, number);
}
