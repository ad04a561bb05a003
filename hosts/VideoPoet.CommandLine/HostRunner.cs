using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Specs;

namespace VideoPoet.CommandLine;

/// <summary>Runs the verb that the command line names, and turns its failures into a message and an exit code.</summary>
/// <remarks>
/// SIGINT and SIGTERM cancel the verb, which then has all the time that it needs to save; a second one ends the program at once. The variable
/// <c>VIDEOPOET_TRACE</c>, set to anything, adds to a message where the failure arose.
/// </remarks>
/// <param name="description">What the program is for, as a sentence.</param>
/// <param name="badInput">The exceptions, beside those of the rooms below all hosts, that mean bad input; their messages are for users.</param>
public sealed class HostRunner(string description, params IReadOnlyList<Type> badInput)
{
    /// <summary>The verb did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The verb failed, or was stopped before its end.</summary>
    public const int Failed = 1;

    /// <summary>The input was bad; nothing was done.</summary>
    public const int BadInput = 2;

    private const string TraceVariable = "VIDEOPOET_TRACE";

    // Their messages may have several lines, one for each mistake.
    private readonly IReadOnlyList<Type> badInput = [typeof(TaskCatalogException), typeof(SpecException), typeof(PluginException), .. badInput];

    /// <summary>Parses and runs.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="verbs">The verbs.</param>
    /// <returns>The exit code: <see cref="Done"/>, <see cref="Failed"/> or <see cref="BadInput"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, params IEnumerable<Command> verbs)
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
        using var interruption = new Interruption();
        try
        {
            // The library's own handling of signals would end a verb that is still saving.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("stopped.");
            return Failed;
        }
        catch (Exception exception)
        {
            return Explain(exception);
        }
    }

    private int Explain(Exception exception)
    {
        var isOurs = badInput.Any(type => type.IsInstanceOfType(exception));
        var isBadInput = isOurs || exception is ArgumentException or IOException or UnauthorizedAccessException;
        var message = isOurs ? exception.Message : UserMessage.Of(exception);
        Console.Error.WriteLine(isBadInput ? message : $"failed: {message} ({exception.GetType().Name}; {TraceVariable}=1 shows where)");
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TraceVariable)))
            Console.Error.WriteLine(exception);
        return isBadInput ? BadInput : Failed;
    }
}
