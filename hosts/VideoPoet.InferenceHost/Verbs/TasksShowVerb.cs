using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Tasks;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>tasks show</c>: the exact sequence of one task in one format.</summary>
internal static class TasksShowVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "show",
            "Prints the exact sequence of a task: positions, legal ids, and what is learnt.",
            example: "tasks show frame-prediction --format square-17 --set frames=9")
        {
            Json,
        };
        LayoutOptions.AddTo(verb);
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var listing = LayoutListing.Of(LayoutOptions.Read(parsed));
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, TasksJson.Default.LayoutListing));
        else
            LayoutTable.Write(listing, Console.Out);
    }
}
