using System.CommandLine;
using System.Text.Json;
using VideoPoet.Core;
using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Mixture;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>mixture show</c>: checks a mixture, and says what it draws.</summary>
internal static class MixtureShowVerb
{
    private static readonly Argument<string> Input = new("FILE") { Description = "The mixture's YAML file." };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A value that wins over the file's, as key=value, such as tokenBudget=4096 or stages:0:until=30%; may be repeated.",
        HelpName = "KEY=VALUE",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Draw the schedule into this SVG file as well.",
        HelpName = "FILE.svg",
    };

    public static Command Create()
    {
        var verb = new Verb(
            "show",
            "Checks a mixture and prints, stage by stage, the probability of each task and format, and the length groups with their batch sizes.",
            example: "mixture show task-specs/mixtures/pretrain.yaml -o schedule.svg")
        {
            Input,
            Set,
            Json,
            Output,
        };
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var catalog = PluginOptions.Discover(parsed).Catalog;
        var file = parsed.GetRequiredValue(Input);
        var mixture = new SpecReader(catalog).ReadMixture(file, SpecOverrides.Parse(parsed.GetValue(Set) ?? []));
        var plan = MixturePlan.Create(mixture, catalog, UnifiedVocabulary.Paper);
        if (parsed.GetValue(Output) is { } picture)
            OutputFile.Write(picture, ScheduleDrawing.Draw(Path.GetFileNameWithoutExtension(file), mixture.TokenBudget, plan));
        var listing = MixtureListing.Of(mixture, plan);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, MixtureJson.Default.MixtureListing));
        else
            MixtureTable.Write(listing, Console.Out);
    }
}
