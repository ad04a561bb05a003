using System.Diagnostics;
using System.Globalization;

namespace VideoPoet.Training.Tests.Support;

/// <summary>A run in a process of its own, which can be ended at any moment: the program of this assembly.</summary>
internal static class SecondProcess
{
    public const int Width = 64;

    public static VideoPoet.Specs.FeatureNetworkRecipeSpec Recipe { get; } =
        TinyRun.Recipe with { Steps = 40, Checkpoints = new() { Folder = "unused", Every = 1, Keep = 2 } };

    /// <summary>Starts a run.</summary>
    public static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [typeof(SecondProcess).Assembly.Location, folder])
    {
        RedirectStandardOutput = true,
    })!;

    /// <summary>Prints the number of every step that was taken.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [SharedRun.Word, .. var rest])
            return await SharedRun.MainAsync(rest);
        using var trainee = new TinyTrainee(Width);
        await TinyRun.RunAsync(arguments.Single(), trainee, Recipe, progress: told =>
        {
            if (told is StepTaken step)
                Console.WriteLine(step.Step.ToString(CultureInfo.InvariantCulture));
        });
        return 0;
    }
}
