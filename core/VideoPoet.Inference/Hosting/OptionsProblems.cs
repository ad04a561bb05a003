using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference;

/// <summary>Checks options as a whole.</summary>
internal static class OptionsProblems
{
    /// <summary>What is wrong, a sentence each.</summary>
    public static IEnumerable<string> Of(VideoPoetOptions options)
    {
        var limits = options.Limits;
        if (options.ConcurrentGenerations is < 1 or > 1_024)
            yield return $"{nameof(options.ConcurrentGenerations)} must be from 1 to 1024, found {options.ConcurrentGenerations}.";
        if (options.Threads is < 1 or > 1_024)
            yield return $"{nameof(options.Threads)} must be from 1 to 1024, found {options.Threads}.";
        if (!Enum.IsDefined(options.Weights))
            yield return $"{nameof(options.Weights)} must be one of {string.Join(", ", Enum.GetNames<WeightFormat>())}, found {options.Weights}.";
        foreach (var problem in EngineProblems(options))
            yield return problem;
        if (limits.PromptCharacters < 1)
            yield return $"{nameof(limits.PromptCharacters)} must be at least 1, found {limits.PromptCharacters}.";
        if (limits.Samples < 1)
            yield return $"{nameof(limits.Samples)} must be at least 1, found {limits.Samples}.";
        if (limits.Duration <= TimeSpan.Zero)
            yield return $"{nameof(limits.Duration)} must be above 0, found {limits.Duration}.";
        if (limits.MemoryBytes is <= 0)
            yield return $"{nameof(limits.MemoryBytes)} must be above 0, found {limits.MemoryBytes}.";
        foreach (var problem in OptionsCheck.Problems(new(""), options.Defaults ?? new(), limits))
            yield return $"{nameof(options.Defaults)}: {problem}";
        if (ModelProblem(options.Model) is { } model)
            yield return model;
        if (options.Tokenizers is { } tokenizers && !Directory.Exists(tokenizers))
            yield return $"the folder '{tokenizers}', where tokenizers should be, does not exist.";
    }

    private static IEnumerable<string> EngineProblems(VideoPoetOptions options)
    {
        if (!Enum.IsDefined(options.Engine))
            yield return $"{nameof(options.Engine)} must be one of {string.Join(", ", Enum.GetNames<DecodingEngine>())}, found {options.Engine}.";
        var problems = new List<string>();
        var device = options.Device is { } name ? Devices.Find(name, problems) : null;
        foreach (var problem in problems)
            yield return $"{nameof(options.Device)}: {problem}";
        if (LanguageModelDecoder.Problem(options.Weights, options.Engine, device) is { } unfit)
            yield return unfit;
    }

    private static string? ModelProblem(string model)
    {
        try
        {
            ModelFinder.Find(model);
            return null;
        }
        catch (VideoGenerationException exception)
        {
            return exception.Message;
        }
    }
}
