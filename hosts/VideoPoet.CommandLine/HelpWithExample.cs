using System.CommandLine;
using System.CommandLine.Invocation;

namespace VideoPoet.CommandLine;

/// <summary>Writes the usual help, and the example of the verb below it.</summary>
internal sealed class HelpWithExample(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:{Environment.NewLine}  ./videopoet {verb.Example}{Environment.NewLine}");
        return exitCode;
    }
}
