using System.CommandLine;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The options that say where the output goes.</summary>
internal static class TargetOptions
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The file to write: .mp4, .webm, .gif, .png (all frames on a sheet) or .wav. Beside it comes a record, such as ball.mp4.json. "
            + "Of several samples each has its number, such as ball-1.mp4.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Stream = new("--stream")
    {
        Description = "Write to standard output while it is generated: pictures as fragmented mp4, sound as wav.",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Output, Stream];

    /// <summary>The option of a file, for verbs that write nothing else.</summary>
    public static Option<string> File => Output;

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="count">How many samples there are.</param>
    /// <param name="asJson">Whether standard output gets an answer.</param>
    /// <param name="problems">Gets what makes no sense.</param>
    public static Target Read(ParseResult parsed, int count, bool asJson, List<string> problems)
    {
        var file = parsed.GetValue(Output);
        if (!parsed.GetValue(Stream))
            return new(file ?? "");
        if (file is not null)
            problems.Add("--stream writes to standard output. Leave -o out.");
        if (asJson)
            problems.Add("--stream writes to standard output, which --json needs. Leave one of them out.");
        if (count > 1)
            problems.Add($"--stream is for one sample, not for {count}. Leave -n out.");
        if (!Console.IsOutputRedirected)
            problems.Add("standard output is a terminal. Pipe --stream into a player, such as | ffplay -i -, or write a file with -o.");
        return new(File: null);
    }
}
