using System.Globalization;
using VideoPoet.CommandLine;
using VideoPoet.Evaluation;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Evaluate;

/// <summary>Finds how a task is best drawn: one setting after another, each with the best of those before.</summary>
/// <param name="run">Asks the model.</param>
/// <param name="display">Is told how far it has come.</param>
internal sealed class SamplingSearch(EvaluationRun run, IWorkDisplay display)
{
    private static readonly double[] Temperatures = [1, 0.8, 0.6, 0.4], Guidances = [1, 1.5, 2, 3];
    private static readonly int?[] TopKs = [null, 100, 20];

    /// <summary>Searches.</summary>
    /// <param name="protocol">The task.</param>
    /// <param name="obstacle">Why the task cannot be drawn in a way; null when it can.</param>
    /// <param name="cancellationToken">Cancels; what was asked already is kept.</param>
    /// <returns>The settings, and the mean of the figures that they reach.</returns>
    public async Task<(VideoGenerationOptions Best, double Mean)> SearchAsync(
        IToyProtocol protocol, Func<VideoGenerationOptions, string?> obstacle, CancellationToken cancellationToken)
    {
        var (best, reached) = (new VideoGenerationOptions(), double.MinValue);
        var asked = new HashSet<VideoGenerationOptions>();
        await TryAsync(Temperatures.Select(value => best with { Temperature = value }));
        await TryAsync(Guidances.Select(value => best with { Guidance = value }));
        await TryAsync(TopKs.Select(value => best with { TopK = value }));
        return (best, reached);

        async Task TryAsync(IEnumerable<VideoGenerationOptions> candidates)
        {
            foreach (var candidate in candidates.Where(candidate => asked.Add(candidate) && obstacle(candidate) is null).ToArray())
            {
                var figures = await run.AskAsync(
                    protocol, (_, hasPrompt) => hasPrompt ? candidate : candidate with { Guidance = 1 }, NameOf(protocol, candidate), display,
                    cancellationToken);
                display.Say(string.Create(CultureInfo.InvariantCulture, $"{NameOf(protocol, candidate)}: {figures.Mean:0.000}"));
                if (figures.Mean > reached)
                    (best, reached) = (candidate, figures.Mean);
            }
        }
    }

    private static string NameOf(IToyProtocol protocol, VideoGenerationOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{protocol.Name} temperature {options.Temperature} guidance {options.Guidance} top-k {options.TopK?.ToString(CultureInfo.InvariantCulture) ?? "all"}");
}
