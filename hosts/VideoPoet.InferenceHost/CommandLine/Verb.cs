using System.CommandLine;

namespace VideoPoet.InferenceHost.CommandLine;

/// <summary>A verb whose help ends with an example that works as printed.</summary>
internal sealed class Verb(string name, string description, string example) : Command(name, description)
{
    /// <summary>What to write after the name of the launcher.</summary>
    public string Example { get; } = example;
}
