namespace VideoPoet.Training;

/// <summary>A run cannot start or go on; the message says why and what to do, in words for the person who started it.</summary>
/// <param name="message">One line.</param>
/// <param name="cause">What went wrong below.</param>
public sealed class TrainingException(string message, Exception? cause = null) : Exception(message, cause);
