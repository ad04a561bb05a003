using System.Diagnostics;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Evaluation;
using VideoPoet.Inference;
using VideoPoet.Toybox;

namespace VideoPoet.InferenceHost.Demo;

/// <summary>Makes clips by all tasks and chains, and a page of them that is whole after each clip.</summary>
/// <param name="generator">The model.</param>
/// <param name="file">The page.</param>
/// <param name="seed">Decides which scenes there are, and what is drawn.</param>
internal sealed class DemoRun(VideoPoetGenerator generator, string file, int seed)
{
    // The task that most people look for first.
    private const string Favourite = "text-to-video";
    private const int ClipsOfFavourite = 6;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<GalleryItem> items = [];
    private readonly List<(string Task, string Reason)> leftOut = [];

    /// <summary>What was made.</summary>
    public DemoListing Listing => new(
        Path.GetFullPath(file), clock.Elapsed.TotalSeconds, First?.TotalSeconds,
        [.. items.Select(item => new DemoClipListing(item.Task, item.Seed, item.Seconds, item.Marks))],
        leftOut.ToDictionary(task => task.Task, task => task.Reason));

    private TimeSpan? First { get; set; }

    /// <summary>Makes everything.</summary>
    /// <param name="protocols">The tasks and the chains.</param>
    /// <param name="display">Is told how far it has come.</param>
    /// <param name="cancellationToken">Ends it; the page has what is done.</param>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<IToyProtocol> protocols, IWorkDisplay display, CancellationToken cancellationToken)
    {
        leftOut.AddRange(
            from protocol in protocols
            let obstacle = protocol.Obstacle(generator, new())
            where obstacle is not null
            select (protocol.Name, obstacle));
        var asked = protocols.Where(protocol => leftOut.All(task => task.Task != protocol.Name))
            .SelectMany(protocol => Enumerable.Range(0, protocol.Name == Favourite ? ClipsOfFavourite : 1).Select(number => (protocol, number)))
            .ToArray();
        if (asked.Length == 0)
            throw new VideoGenerationException("the model can do none of the tasks. Choose another one.");
        try
        {
            foreach (var (protocol, number) in asked)
            {
                display.Report(new(items.Count, asked.Length, protocol.Name));
                items.Add(await MakeAsync(protocol, number, cancellationToken));
                First ??= clock.Elapsed;
                Write(asked.Length, isStopped: false);
            }
            display.Report(new(items.Count, asked.Length));
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Write(asked.Length, isStopped: true);
            return false;
        }
    }

    private async Task<GalleryItem> MakeAsync(IToyProtocol protocol, int number, CancellationToken cancellationToken)
    {
        // Other scenes for each task; one object is easier to follow with the eye.
        var scenes = new ToyboxOptions { Seed = seed + 100 * (1 + number), Split = Split.HeldOut, Objects = ObjectCount.One };
        var format = protocol.FormatOf(generator, null);
        var clips = new ToyboxClips(scenes with { Clips = 10_000, Frames = format.Frames });
        var start = Position(protocol.Name);
        var scene = Enumerable.Range(start, clips.Count - start).Select(index => new ToyCase(clips, index, format))
            .First(candidate => protocol.Fits(candidate, generator));
        var sampling = generator.GetService<GenerationModel>()!.Sampling;
        var since = Stopwatch.StartNew();
        var made = await protocol.GenerateAsync(
            generator, scene, (task, hasPrompt) => sampling.For(task, hasPrompt) with { Seed = seed + number }, cancellationToken);
        var seconds = since.Elapsed.TotalSeconds;
        var marks = protocol.Judge(scene, made[^1], generator).Marks.Where(mark => mark.Value.Asked > 0)
            .ToDictionary(mark => mark.Key, mark => mark.Value.Share);
        var given = new List<GalleryMedium>();
        foreach (var (what, clip) in protocol.ConditionsOf(scene, generator))
            given.Add(await GalleryMedia.OfAsync(what.Replace('-', ' '), clip, cancellationToken));
        var shown = new List<GalleryMedium>();
        for (var step = 0; step < made.Count; step++)
            shown.Add(await GalleryMedia.OfAsync(made.Count == 1 ? "made" : protocol.StepNames[step], made[step], cancellationToken));
        return new(protocol.Name, protocol.PromptsOf(scene), given, shown, marks, seed + number, seconds);
    }

    // The same place for a task whatever other tasks there are.
    private static int Position(string task) => task.Sum(letter => letter) % 97;

    private void Write(int all, bool isStopped)
    {
        var page = new GalleryPage
        {
            Model = generator.GetService<GenerationModel>()!.Name,
            Items = items,
            LeftOut = leftOut,
            All = all,
            Time = clock.Elapsed,
            IsStopped = isStopped,
        };
        OutputFile.Replace(file, page.ToHtml());
    }
}
