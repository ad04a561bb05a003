using System.Diagnostics;
using System.Globalization;
using VideoPoet.Training.Tests.LanguageModel;

namespace VideoPoet.Training.Tests.Support;

/// <summary>A run in a process of its own, which can be ended at any moment: the program of this assembly.</summary>
internal static class SecondProcess
{
    public const int Width = 64;

    public static VideoPoet.Specs.FeatureNetworkRecipeSpec Recipe { get; } =
        TinyRun.Recipe with { Steps = 40, Checkpoints = new() { Folder = "unused", Every = 1, Keep = 2 } };

    public static VideoPoet.Specs.LanguageModelRecipeSpec LanguageRecipe { get; } =
        TinyLanguage.Recipe with { Steps = 20, Checkpoints = new() { Folder = "unused", Every = 1, Keep = 2 } };

    /// <summary>Starts a run.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="data">The data of a language model; null trains a <see cref="TinyTrainee"/>.</param>
    public static Process Start(string folder, string? data = null) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(SecondProcess).Assembly.Location, folder, .. data is null ? [] : new[] { data }])
        {
            RedirectStandardOutput = true,
        })!;

    /// <summary>Kills a run at moments that follow from a seed, also while it saves, and lets it end at last.</summary>
    /// <param name="kills">How often.</param>
    /// <param name="steps">The most steps from a start to the kill.</param>
    /// <param name="delay">The most milliseconds from a step to the kill: those of a step and its checkpoint.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="data">The data of a language model.</param>
    /// <param name="seed">Draws the moments.</param>
    /// <returns>The kills that ended a process before it ended by itself, and those of them that came while a checkpoint was written.</returns>
    public static async Task<(int Killed, int WhileSaving)> EndAfterKillsAsync(
        int kills, int steps, int delay, string folder, string? data = null, int seed = 5)
    {
        var random = new Random(seed);
        var (killed, saving) = (0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = Start(folder, data);
            for (var line = random.Next(1, steps + 1); line > 0; line--)
                await process.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(0, delay));
            process.Kill();
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
                continue;
            killed++;
            if (Directory.EnumerateDirectories(Path.Combine(folder, "checkpoints"), "*.part").Any())
                saving++;
        }
        using var last = Start(folder, data);
        await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.That(last.ExitCode, Is.Zero);
        return (killed, saving);
    }

    /// <summary>Prints the number of every step that was taken.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [SharedRun.Word, .. var rest])
            return await SharedRun.MainAsync(rest);
        if (arguments is [var folder, var data])
        {
            using var opened = TinyLanguage.Open(LanguageRecipe, data);
            await TinyLanguage.RunAsync(folder, opened.Trainee, LanguageRecipe, Print);
        }
        else
        {
            using var trainee = new TinyTrainee(Width);
            await TinyRun.RunAsync(arguments.Single(), trainee, Recipe, Print);
        }
        return 0;
    }

    private static void Print(TrainingProgress told)
    {
        if (told is StepTaken step)
            Console.WriteLine(step.Step.ToString(CultureInfo.InvariantCulture));
    }
}
