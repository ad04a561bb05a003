using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Sources.Toybox;

/// <summary>The data source <c>toybox</c>: drawn clips of moving shapes with sound and captions.</summary>
[ExportDataSource(ToyboxOptions.Source)]
public sealed class ToyboxSource : IDataSource
{
    /// <inheritdoc/>
    public ValueList<string> Options => ToyboxOptions.Names;

    /// <inheritdoc/>
    public IClipList Open(TaskParameters options) => new ToyboxClips(ToyboxOptions.Of(options));
}
