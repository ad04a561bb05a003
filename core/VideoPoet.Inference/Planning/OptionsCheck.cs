using System.Globalization;

namespace VideoPoet.Inference;

/// <summary>Checks the numbers and the texts of a request, which no model has to be known for.</summary>
internal static class OptionsCheck
{
    // Above this guidance only saturates; logits times more overflow in half precision.
    private const double MostGuidance = 100, MostTemperature = 100;
    private const int MostResamples = 100;

    /// <summary>What is wrong, a sentence each.</summary>
    public static IEnumerable<string> Problems(VideoGenerationRequest request, VideoGenerationOptions options, GenerationLimits limits) =>
        new[]
        {
            Text("the prompt", request.Prompt, limits),
            Text("the negative prompt", options.NegativePrompt, limits),
            InRange("guidance", options.Guidance, 0, MostGuidance),
            InRange("temperature", options.Temperature, 0, MostTemperature),
            options.TopP is > 0 and <= 1 ? null : $"top-p must be above 0 and at most 1, found {Text(options.TopP)}.",
            options.TopK is < 1 ? $"top-k must be at least 1, found {options.TopK}." : null,
            options.Count >= 1 && options.Count <= limits.Samples ? null : $"samples must be from 1 to {limits.Samples}, found {options.Count}.",
            options.Resamples is >= 0 and <= MostResamples ? null : $"resamples must be from 0 to {MostResamples}, found {options.Resamples}.",
            Seconds(options.Seconds, limits),
            options.NegativePrompt is not null && options.Guidance == 1
                ? "a negative prompt changes nothing without guidance: choose a guidance other than 1, such as 3."
                : null,
        }.OfType<string>();

    private static string? Text(string what, string? text, GenerationLimits limits) => text?.Length > limits.PromptCharacters
        ? $"{what} has {text.Length} characters, and {limits.PromptCharacters} are allowed. A model reads 64 pieces of it; shorten it."
        : null;

    private static string? InRange(string what, double value, double least, double most) => value >= least && value <= most
        ? null
        : $"{what} must be from {Text(least)} to {Text(most)}, found {Text(value)}.";

    private static string? Seconds(double? seconds, GenerationLimits limits) =>
        seconds is null || (seconds > 0 && seconds <= limits.Duration.TotalSeconds)
            ? null
            : $"seconds must be above 0 and at most {Text(limits.Duration.TotalSeconds)}, found {Text(seconds.Value)}.";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
