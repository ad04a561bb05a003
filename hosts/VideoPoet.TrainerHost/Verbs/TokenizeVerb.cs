using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Data;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.Tokenize;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>tokenize</c>: turns media files into shards of tokens for the tasks of a mixture; started again, it goes on.</summary>
internal static class TokenizeVerb
{
    private static readonly Argument<string> Data = new("DATA")
    {
        Description = "A manifest (.jsonl or .csv with file, caption, start, duration), a folder of media with captions in .txt files beside, "
            + "or a data source such as toybox:clips=1000,seed=1.",
    };

    private static readonly Option<string> Mixture = new("--mixture")
    {
        Description = "The mixture whose tasks say what is computed, such as task-specs/mixtures/mini.yaml.",
        HelpName = "FILE.yaml",
        Required = true,
    };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "The data source of the mixture that is made; may be left out where it has one only.",
        HelpName = "NAME",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder that the shards go into; what an earlier run finished there is kept.",
        HelpName = "FOLDER",
        Required = true,
    };

    private static readonly Option<string> Shard = new("--shard")
    {
        Description = "Make only the shards of one machine of several: 2/8 is the second of eight.",
        HelpName = "I/N",
    };

    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Shards that are made side by side; it changes no byte.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<double?> Stride = new("--stride")
    {
        Description = "Seconds between the beginnings of windows of one file; without it they follow one another, and images are a second apart.",
        HelpName = "SECONDS",
    };

    private static readonly Option<bool> HoldShort = new("--hold-short")
    {
        Description = "Let a video that is shorter than a format stand still to its end, in silence; without it such a video is left out.",
    };

    private static readonly Option<int?> EntriesPerShard = new("--entries-per-shard")
    {
        Description = "Files in one shard, which is what a killed run loses at most for each worker; without it there are up to 1,024 shards.",
        HelpName = "COUNT",
    };

    private static readonly Option<int> BadFiles = new("--bad-files")
    {
        Description = "How many files may be bad, and are skipped, before the run stops.",
        DefaultValueFactory = _ => new TokenizingOptions().BadFilesLimit,
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A value that wins over the mixture's, as key=value; may be repeated.",
        HelpName = "KEY=VALUE",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "tokenize",
            "Turns media files into shards of tokens, as the tasks of a mixture need them. The same command goes on after an interruption.",
            example: "tokenize my-videos --mixture task-specs/mixtures/mini.yaml --source clips --model task-specs/models/mini.yaml --weights models/mini "
                + "-o tokens/clips")
        {
            Data,
            Mixture,
            Source,
            Output,
            Shard,
            Workers,
            Stride,
            HoldShort,
            EntriesPerShard,
            BadFiles,
            Set,
            Json,
        };
        TokenizerOptions.AddTo(verb);
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = OptionsOf(parsed);
        var plugins = PluginOptions.Discover(parsed);
        var catalog = plugins.Catalog;
        var mixture = new SpecReader(catalog).ReadMixture(parsed.GetRequiredValue(Mixture), SpecOverrides.Parse(parsed.GetValue(Set) ?? []));
        using var tokenizers = TokenizerOptions.Open(parsed);
        var plan = TokenPlan.Create(mixture, catalog, tokenizers.Model.CreateVocabulary(), parsed.GetValue(Source));
        var entries = DatasetSource.Read(parsed.GetRequiredValue(Data), plugins.Sources);
        var folder = parsed.GetRequiredValue(Output);
        TokenizingReport.WritePlan(plan, Console.Error);
        var result = await ProgressDisplay.RunAsync(
            "files",
            display => new DatasetTokenizer(plan, catalog, tokenizers)
                .RunAsync(entries, folder, options, new TokenizingDisplay(display), cancellationToken));
        var listing = TokenizingListing.Of(folder, plan, result);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, TrainerJson.Default.TokenizingListing));
        else
            TokenizingReport.WriteResult(listing, Console.Out);
        return HostRunner.Done;
    }

    private static TokenizingOptions OptionsOf(ParseResult parsed) => new()
    {
        Part = parsed.GetValue(Shard) is { } part ? ShardPart.Parse(part) : ShardPart.Whole,
        Workers = parsed.GetValue(Workers),
        Stride = parsed.GetValue(Stride) is { } seconds ? StrideOf(seconds) : null,
        HoldShort = parsed.GetValue(HoldShort),
        EntriesPerShard = parsed.GetValue(EntriesPerShard),
        BadFilesLimit = parsed.GetValue(BadFiles),
    };

    private static TimeSpan StrideOf(double seconds) => seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new ArgumentException($"--stride must be above 0 seconds, found {seconds.ToString(CultureInfo.InvariantCulture)}.");
}
