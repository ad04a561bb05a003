namespace VideoPoet.Discovery;

/// <summary>Why a plugin does not work, before it is known which plugin it is.</summary>
internal sealed class PluginFaultException(string reason, Exception? cause = null) : Exception(reason, cause);
