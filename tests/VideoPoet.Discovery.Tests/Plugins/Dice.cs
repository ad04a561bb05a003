using VideoPoet.Core;

namespace Plugins;

[ExportDataSource("dice")]
public sealed class Dice : IDataSource
{
    public ValueList<string> Options => ["throws"];

    public IClipList Open(TaskParameters options) => throw new System.ArgumentException("no dice today");
}
