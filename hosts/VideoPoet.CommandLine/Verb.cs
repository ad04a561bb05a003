using System.CommandLine;

namespace VideoPoet.CommandLine;

/// <summary>A verb whose help ends with an example that works as printed.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, as a sentence.</param>
/// <param name="example">What to write after the name of the launcher.</param>
public sealed class Verb(string name, string description, string example) : Command(name, description)
{
    /// <summary>What to write after the name of the launcher.</summary>
    public string Example { get; } = example;
}
