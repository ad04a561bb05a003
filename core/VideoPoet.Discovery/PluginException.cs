namespace VideoPoet.Discovery;

/// <summary>A plugin that was named explicitly does not work.</summary>
/// <param name="plugin">The plugin.</param>
/// <param name="cause">What went wrong while it was loaded.</param>
public sealed class PluginException(BrokenPlugin plugin, Exception? cause = null) : Exception(plugin.ToString(), cause)
{
    /// <summary>The plugin.</summary>
    public BrokenPlugin Plugin { get; } = plugin;
}
