using System.CommandLine;
using System.Text.Json;
using VideoPoet.Core;
using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Tasks;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>tasks</c>: every task with its inputs, outputs and lengths.</summary>
internal static class TasksVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON array." };

    public static Command Create()
    {
        var verb = new Verb(
            "tasks",
            "Lists every task with its inputs, its outputs and its lengths in each format.",
            example: "tasks --json")
        {
            Json,
            TasksShowVerb.Create(),
            TasksDrawVerb.Create(),
        };
        PluginOptions.AddTo(verb);
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var catalog = PluginOptions.Discover(parsed).Catalog;
        var vocabulary = Vocabularies.Of(catalog, VideoFormats.BuiltIn);
        var listings = catalog.Tasks.Select(task => TaskListing.Of(task, VideoFormats.BuiltIn, vocabulary)).ToArray();
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listings, TasksJson.Default.TaskListingArray));
        else
            TaskTable.Write(listings, [.. VideoFormats.BuiltIn.Names], Console.Out);
    }
}
