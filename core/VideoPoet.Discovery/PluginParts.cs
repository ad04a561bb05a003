using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>What one plugin brings.</summary>
internal sealed record PluginParts(
    ValueList<RegisteredTask> Tasks, ValueList<RegisteredView> Views, ValueList<RegisteredDataSource> Sources);
