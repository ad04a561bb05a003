using System.Globalization;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Writes a listing for people.</summary>
internal static class TrainingReport
{
    /// <summary>Writes what will be trained.</summary>
    public static void WritePlan(TrainingListing run, TextWriter output)
    {
        output.WriteLine($"trains      {run.Trains}");
        foreach (var (name, parameters) in run.Networks.Where(network => network.Value > 0))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"            {name}: {parameters:N0} parameters"));
        output.WriteLine($"data        {run.Data}");
        foreach (var bad in run.BadFiles)
            output.WriteLine($"            left out: {bad}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"steps       {run.Steps:N0}"));
        output.WriteLine($"folder      {run.Folder}");
        if (run.LanguageModel is { } costs)
            LanguageModelReport.Write(costs, output);
        WriteTrial(run, output);
    }

    private static void WriteTrial(TrainingListing run, TextWriter output)
    {
        foreach (var stage in run.Stages ?? [])
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"stage       {stage.Name}: {stage.Steps:N0} steps of {stage.SecondsPerStep:0.###} s as measured"));
        }
        if (run.Seconds is { } seconds)
            output.WriteLine($"time        {TimeSpan.FromSeconds(Math.Round(seconds)):c} by these measurements, without evaluations");
        if (run.PeakMemoryBytes is { } bytes)
            output.WriteLine($"memory      {FigureText.Bytes(bytes)} at most in these steps, the whole process");
    }

    /// <summary>Writes how a run ended.</summary>
    public static void WriteResult(TrainingListing run, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"steps       {run.StepsTaken:N0}"));
        foreach (var (name, value) in run.Evaluation ?? new Dictionary<string, double?>())
            output.WriteLine($"{name,-11} {(value is { } number ? FigureText.Number(number) : "not a number")}");
        if (run.FailedSteps > 0)
            output.WriteLine($"left out    the updates of {run.FailedSteps} steps");
        if (run.Best is { } best)
        {
            output.WriteLine(
                $"best        {best.Figure} {FigureText.Number(best.Value)} after step {best.Step}, its weights in {Path.Join(run.Folder, "best")}");
        }
        output.WriteLine($"weights     {run.Weights}");
    }
}
