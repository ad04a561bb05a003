using System.CommandLine;
using System.CommandLine.Invocation;

namespace VideoPoet.CommandLine;

/// <summary>Writes the usual help in the words that a user types, and the example of the verb below it.</summary>
internal sealed class HelpWithExample(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private const string Launcher = "./videopoet";

    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        // The library names the program that runs, which nobody starts by its own name.
        configuration.Output = text;
        var exitCode = help.Invoke(parseResult);
        configuration.Output = output;
        output.Write(text.ToString().Replace(RootCommand.ExecutableName, Launcher, StringComparison.Ordinal));
        if (parseResult.CommandResult.Command is Verb verb)
            output.WriteLine($"Example:{Environment.NewLine}  {Launcher} {verb.Example}{Environment.NewLine}");
        return exitCode;
    }
}
