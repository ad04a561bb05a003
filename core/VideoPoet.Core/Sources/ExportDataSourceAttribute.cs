using System.Composition;

namespace VideoPoet.Core;

/// <summary>Exports an <see cref="IDataSource"/> to the hosts under a name.</summary>
/// <param name="name">The name: lower-case words joined by hyphens; it stands before the colon.</param>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExportDataSourceAttribute(string name) : ExportAttribute(typeof(IDataSource))
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
