using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.CommandLine;

/// <summary>Runs the verb that the command line names, and turns its failures into one line and an exit code.</summary>
internal static class HostRunner
{
    private const int BadInput = 2;

    /// <summary>Parses and runs; returns 0, 1 when the verb failed, or 2 when the input was bad.</summary>
    public static int Run(string[] arguments, string description, params ReadOnlySpan<Command> verbs)
    {
        var root = new RootCommand(description);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((SynchronousCommandLineAction)help.Action!);
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        // No response files: a prompt may begin with '@'.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            return BadInput;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (IsBadInput(exception))
        {
            Console.Error.WriteLine(exception is TaskCatalogException or SpecException ? exception.Message : UserMessage.Of(exception));
            return BadInput;
        }
    }

    private static bool IsBadInput(Exception exception) =>
        exception is ArgumentException or TaskCatalogException or SpecException or PluginException or IOException or UnauthorizedAccessException;
}
