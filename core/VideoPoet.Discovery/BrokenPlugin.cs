using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>A plugin that does not work.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Path">Its folder.</param>
/// <param name="Reason">Why it does not work, in one sentence.</param>
/// <param name="Tasks">The names of the tasks that it would have brought, as far as they can be read.</param>
public sealed record BrokenPlugin(string Name, string Path, string Reason, ValueList<string> Tasks)
{
    /// <summary>The name, the folder and the reason.</summary>
    public override string ToString() => $"the plugin '{Name}' ({Path}) does not work: {Reason}";
}
