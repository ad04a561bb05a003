namespace VideoPoet.InferenceHost.Generate;

/// <summary>A file that was written.</summary>
/// <param name="File">Its path.</param>
/// <param name="Record">The path of its record.</param>
/// <param name="Content">What it holds.</param>
internal sealed record FileListing(string File, string Record, ContentFacts Content);
