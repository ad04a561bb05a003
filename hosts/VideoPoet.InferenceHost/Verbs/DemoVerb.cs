using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Demo;
using VideoPoet.InferenceHost.Evaluate;
using VideoPoet.InferenceHost.Generate;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>demo</c>: a clip by every task and chain, on a page.</summary>
internal static class DemoVerb
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The page: one HTML file that holds all clips.",
        HelpName = "FILE.html",
        DefaultValueFactory = _ => "videopoet-demo.html",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Decides which scenes there are, and what is drawn.",
        HelpName = "N",
        DefaultValueFactory = _ => 7,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "demo",
            "Generates a clip by every task and every chain, judges it, and writes a page that shows all of them. Ctrl-C leaves a page of what is done.",
            example: "demo -o gallery.html")
        {
            Output,
            Seed,
        };
        foreach (var option in ModelOptions.All)
            verb.Options.Add(option);
        verb.Options.Add(Json);
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(Output);
        Check(file);
        var catalog = PluginOptions.Discover(parsed).Catalog;
        using var generator = ModelOptions.Read(parsed).Open(catalog);
        var run = new DemoRun(generator, file, parsed.GetValue(Seed));
        var isComplete = await ProgressDisplay.RunAsync("clips", display => run.RunAsync(ToyQuestions.All(catalog), display, cancellationToken));
        if (!isComplete)
            Console.Error.WriteLine("stopped; the page shows what was made until then.");
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(run.Listing, DemoJson.Default.DemoListing));
        else
            Console.Out.WriteLine(run.Listing.Page);
        return isComplete ? HostRunner.Done : HostRunner.Failed;
    }

    private static void Check(string file)
    {
        var full = Path.GetFullPath(file);
        if (!Path.GetExtension(file).Equals(".html", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{file}: the page is HTML. Name it such as gallery.html.");
        if (Directory.Exists(full))
            throw new ArgumentException($"{file}: is a folder. Name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new ArgumentException($"{file}: its folder does not exist. Create the folder.");
    }
}
