namespace VideoPoet.Torch;

/// <summary>Processes cannot come together; the message says why and what to do, in words for the person who started them.</summary>
/// <param name="message">One line.</param>
/// <param name="cause">What went wrong below.</param>
public sealed class ProcessGroupException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A process of a group is gone, does not answer, or has given up; the group cannot be used any more.</summary>
/// <param name="message">One line that names the process as far as it is known.</param>
/// <param name="cause">What went wrong below.</param>
public sealed class LostPeerException(string message, Exception? cause = null) : Exception(message, cause);
