using System.Composition;

namespace VideoPoet.Core;

/// <summary>Exports an <see cref="IClipView"/> to the hosts under a name.</summary>
/// <param name="name">The name: lower-case words joined by hyphens.</param>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExportViewAttribute(string name) : ExportAttribute(typeof(IClipView))
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
