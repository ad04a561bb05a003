namespace VideoPoet.InferenceHost.Generate;

/// <summary>Who read standard output reads no more, as a player does that was closed.</summary>
/// <param name="cause">What the system said.</param>
internal sealed class ClosedPipeException(IOException cause) : Exception("nobody reads standard output any more.", cause);
