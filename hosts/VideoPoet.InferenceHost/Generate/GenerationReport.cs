using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Writes what was generated for a person.</summary>
internal static class GenerationReport
{
    /// <summary>One line a file: what it holds, and the seed that gives it again.</summary>
    public static void WriteFiles(IEnumerable<FileListing> files, TextWriter output)
    {
        foreach (var file in files)
            output.WriteLine($"{file.File}  {Of(file.Content)}");
    }

    /// <summary>What it took.</summary>
    public static void WriteCost(GenerationOutcome outcome, TextWriter output)
    {
        var pace = (outcome.Tokens / outcome.Duration.TotalSeconds).ToString("0.#", CultureInfo.InvariantCulture);
        if (outcome.Collapsed > 0)
        {
            output.WriteLine(
                $"latent frames that repeat the one before, and of which the model was sure: {outcome.Collapsed}. Either nothing moves, or decoding has "
                + "collapsed; --resamples 3 draws them again.");
        }
        output.WriteLine(
            $"{outcome.Tokens} tokens in {Seconds(outcome.Duration)} s ({pace} tokens/s), the first of it after {Seconds(outcome.UntilFirst)} s");
    }

    /// <summary>What a sample holds.</summary>
    public static string Of(ContentFacts content) => string.Join(", ", new[]
    {
        content.Frames > 0 ? $"{content.Frames} frame{(content.Frames == 1 ? "" : "s")} of {content.Width}×{content.Height}" : null,
        content.Samples > 0 ? $"{Seconds(TimeSpan.FromSeconds((double)content.Samples / VideoFormat.SampleRateHz))} s of sound" : null,
        $"seed {content.Seed}",
    }.OfType<string>());

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture);
}
