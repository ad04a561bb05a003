using System.Diagnostics;
using VideoPoet.CommandLine;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Generates, gives what comes to a sink, and tells a display.</summary>
/// <param name="updates">What is generated.</param>
/// <param name="sink">Takes it.</param>
/// <param name="begun">Looks at what decides the output, before anything is decoded.</param>
internal sealed class GenerationRun(IAsyncEnumerable<VideoGenerationUpdate> updates, IGenerationSink sink, Action<GenerationRecord> begun)
{
    private readonly SortedDictionary<int, ContentHash> hashes = [];

    /// <summary>Runs to the end.</summary>
    public async Task<GenerationOutcome> RunAsync(IWorkDisplay display)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan? first = null;
        GenerationRecord? record = null;
        long tokens = 0;
        var collapsed = 0;
        try
        {
            display.Report(GenerationProgress.Loading);
            await foreach (var part in updates)
            {
                if (part.Record is not null)
                    begun(record = part.Record);
                if (part.Frames is not null || part.Sound is not null)
                    first ??= clock.Elapsed;
                tokens = part.Progress.Tokens;
                collapsed += part.Tokens?.LatentFrames.Count(frame => frame.IsCollapsed) ?? 0;
                display.Report(GenerationProgress.Of(part.Progress));
                HashOf(part.Sample).Add(part.Frames, part.Sound);
                await sink.TakeAsync(part);
            }
            await sink.CompleteAsync();
            var seed = record!.Options.Seed!.Value;
            var contents = hashes.Select(sample => sample.Value.Facts(unchecked(seed + sample.Key))).ToArray();
            return new(record, contents, tokens, clock.Elapsed, first ?? clock.Elapsed, collapsed);
        }
        finally
        {
            foreach (var hash in hashes.Values)
                hash.Dispose();
        }
    }

    private ContentHash HashOf(int sample)
    {
        if (!hashes.TryGetValue(sample, out var hash))
            hashes.Add(sample, hash = new());
        return hash;
    }
}
