using VideoPoet.CommandLine;
using VideoPoet.Training;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Shows what a run tells.</summary>
internal sealed class TrainingDisplay(IWorkDisplay display) : IProgress<TrainingProgress>
{
    // What changes little from step to step is in the log, and a line has no room for it.
    private const int FiguresShown = 6;

    private WorkProgress _shown;

    /// <summary>Whether the run began to train, so that what goes wrong from now on is no mistake of its input.</summary>
    public bool HasStarted { get; private set; }

    public void Report(TrainingProgress value)
    {
        switch (value)
        {
            case RunStarted started:
                HasStarted = true;
                if (started.Step > 0)
                    display.Say($"going on after step {started.Step}");
                Show(new(started.Step, started.Steps));
                break;
            case StepTaken step:
                Show(new(step.Step, step.Steps, Details(step))
                {
                    PerSecond = double.IsFinite(step.StepsPerSecond) ? step.StepsPerSecond : null,
                    Remaining = step.Remaining,
                });
                break;
            case EvaluationStarted:
                display.Report(_shown with { Details = "measuring what is held out" });
                break;
            case Evaluated evaluated:
                display.Say(Told(evaluated));
                display.Report(_shown);
                break;
            case RunMessage message:
                display.Say(message.Text);
                break;
            case CheckpointWritten:
                break;
            default:
                throw new NotSupportedException($"{value.GetType().Name} is not known.");
        }
    }

    private void Show(WorkProgress progress)
    {
        _shown = progress;
        display.Report(progress);
    }

    private static string Told(Evaluated evaluated)
    {
        Figure[] figures = [.. evaluated.Figures.Where(IsShort)];
        return figures.Length == 0
            ? $"step {evaluated.Step}: nothing is held out to measure on"
            : $"step {evaluated.Step}, held-out data: {FigureText.Of(figures)}{(evaluated.IsBest ? ", the best so far" : "")}; see {evaluated.Folder}";
    }

    private static string Details(StepTaken step)
    {
        var figures = FigureText.Of(step.Figures.Where(IsShort).Take(FiguresShown));
        return step.FailedSteps > 0 ? $"{figures}, {step.FailedSteps} left out" : figures;
    }

    // One of several of a kind has no room either.
    private static bool IsShort(Figure figure) => !figure.Name.Contains('/', StringComparison.Ordinal);
}
