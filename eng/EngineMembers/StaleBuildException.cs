namespace EngineMembers;

/// <summary>An assembly is missing, or was compiled against another version of an engine than the one that lies there.</summary>
public sealed class StaleBuildException(string what) : Exception($"{what}; build VideoPoet.Framework.sln first.");
