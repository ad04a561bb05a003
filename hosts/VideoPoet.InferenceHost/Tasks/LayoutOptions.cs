using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Discovery;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>Which layout a verb is about: a task, a format, parameters, and the inputs that are asked for or dropped.</summary>
internal static class LayoutOptions
{
    private static readonly Argument<string> TaskName = new("NAME") { Description = "The task, such as text-to-video." };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "A format by name, or any other as WIDTHxHEIGHTxFRAMES; the first that the task supports when absent.",
        HelpName = "FORMAT",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A parameter of the task, as name=value; may be repeated.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<string[]> With = new("--with") { Description = "An optional input to hold; may be repeated.", HelpName = "INPUT" };

    private static readonly Option<string[]> Without = new("--without") { Description = "An input to drop; may be repeated.", HelpName = "INPUT" };

    /// <summary>Adds the options to a verb.</summary>
    public static void AddTo(Command verb)
    {
        verb.Arguments.Add(TaskName);
        verb.Options.Add(Format);
        verb.Options.Add(Set);
        verb.Options.Add(With);
        verb.Options.Add(Without);
    }

    /// <summary>Lays the task out as the command line says.</summary>
    public static NamedLayout Read(ParseResult parsed)
    {
        var found = PluginOptions.Discover(parsed);
        var task = found.Task(parsed.GetRequiredValue(TaskName));
        var definition = task.Define(TaskSettings.Parse(parsed.GetValue(Set) ?? []));
        definition = (parsed.GetValue(With) ?? []).Aggregate(definition, (changed, input) => changed.With(input));
        definition = (parsed.GetValue(Without) ?? []).Aggregate(definition, (changed, input) => changed.Without(input));
        var format = parsed.GetValue(Format) is { } name
            ? VideoFormats.BuiltIn.Find(name)
            : VideoFormats.BuiltIn.FirstOrDefault(candidate => definition.Misfit(candidate) is null)
                ?? throw new ArgumentException($"'{task.Name}' as it is set fits no format by name. Name one with --format, such as 128x128x49.");
        return new(task.Name, definition, SequenceLayout.Create(definition, format, Vocabularies.Of(found.Catalog, format)));
    }
}
