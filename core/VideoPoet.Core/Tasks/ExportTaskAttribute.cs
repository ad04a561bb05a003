using System.Composition;

namespace VideoPoet.Core;

/// <summary>Exports an <see cref="IVideoTask"/> to the hosts under a name.</summary>
/// <param name="name">The name: lower-case words joined by hyphens, such as <c>text-to-video</c>.</param>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExportTaskAttribute(string name) : ExportAttribute(typeof(IVideoTask))
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
