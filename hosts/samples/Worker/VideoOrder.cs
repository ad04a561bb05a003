namespace VideoPoet.Samples.Worker;

/// <summary>A request in a file.</summary>
/// <param name="Task">The task.</param>
/// <param name="Prompt">What the video shows.</param>
/// <param name="Format">Its size and length; null for the model's own.</param>
/// <param name="Seed">Decides what is drawn; null for another one each time.</param>
internal sealed record VideoOrder(string Task, string? Prompt = null, string? Format = null, long? Seed = null);
