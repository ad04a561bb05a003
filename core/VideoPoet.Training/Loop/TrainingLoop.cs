using System.Diagnostics;
using VideoPoet.Data;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>
/// Trains: takes step after step, writes a log, measures now and then, keeps checkpoints, and goes on from the last one when it is started again, so
/// that a run that was interrupted gives the same weights, bit for bit on the processor, as one that was not.
/// </summary>
public sealed class TrainingLoop
{
    private const int LibraryItem = -1; // no item of a batch has this number

    private readonly ITrainee _trainee;
    private readonly RunPlan _plan;
    private readonly RunFolder _folder;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private IReadOnlyList<Figure> _evaluation = [];
    private RunLog _log = null!;

    private TrainingLoop(
        ITrainee trainee, RunPlan plan, RunFolder folder, IProgress<TrainingProgress>? progress, CancellationToken cancellation) =>
        (_trainee, _plan, _folder, _progress, _cancellation) = (trainee, plan, folder, progress, cancellation);

    /// <summary>Trains to the end of the plan or until it is cancelled; then the last state is a checkpoint and the weights are exported.</summary>
    /// <param name="trainee">What is trained.</param>
    /// <param name="plan">How long and how.</param>
    /// <param name="folder">The run's folder, which decides where the run goes on.</param>
    /// <param name="progress">What is told along the way, from the thread that trains.</param>
    /// <param name="cancellationToken">Ends the run after the present step; it can go on later.</param>
    /// <returns>How the run ended; being cancelled is no exception.</returns>
    /// <exception cref="TrainingException">
    /// Too many steps failed one after another, the folder cannot be written, or the checkpoint does not fit the trainee or the plan.
    /// </exception>
    public static Task<RunResult> RunAsync(
        ITrainee trainee, RunPlan plan, RunFolder folder, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Task.Run(new TrainingLoop(trainee, plan, folder, progress, cancellationToken).RunAsync, CancellationToken.None);

    private async Task<RunResult> RunAsync()
    {
        try
        {
            using (_log = new(_folder.LogFile, _folder.Latest?.Manifest.LogBytes ?? 0))
            {
                var step = Start();
                if (_folder.Latest is { Manifest.EvaluationIsDue: true } && !await TryEvaluateAsync(step))
                    return Stop(step, evaluationIsDue: true, isSaved: true);
                return await TrainAsync(step);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.Unwritable(_folder.Path, exception);
        }
    }

    private long Start()
    {
        foreach (var message in _folder.Messages)
            Tell(0, message);
        if (_folder.Latest is not { } latest)
        {
            _log.Write("start", 0);
            _progress?.Report(new RunStarted(0, _plan.Steps));
            return 0;
        }

        var step = latest.Manifest.Step;
        if (step > _plan.Steps)
            throw new TrainingException(
                $"the run in '{_folder.Path}' has taken {step} steps already; steps must be at least that, found {_plan.Steps}.");
        CheckpointState.Read(latest.Folder, _trainee.Parts);
        _log.Write("resume", step);
        _progress?.Report(new RunStarted(step, _plan.Steps));
        return step;
    }

    private async Task<RunResult> TrainAsync(long step)
    {
        var pace = new Pace(step, _plan.Steps);
        var (failed, saved) = (0, _folder.Latest is { Manifest.EvaluationIsDue: false });
        while (step < _plan.Steps)
        {
            if (_cancellation.IsCancellationRequested)
                return Stop(step, evaluationIsDue: false, saved);

            failed = TakeStep(step, pace) ? 0 : failed + 1;
            step++;
            saved = false;
            if (failed >= _plan.FailedStepsLimit)
                throw GivenUp(step, failed);
            if ((step % _plan.EvaluateEvery == 0 || step == _plan.Steps) && !await TryEvaluateAsync(step))
                return Stop(step, evaluationIsDue: true, isSaved: false);
            if (step % _plan.CheckpointEvery == 0 && step < _plan.Steps)
            {
                Save(step, evaluationIsDue: false);
                saved = true;
            }
        }

        return Stop(step, evaluationIsDue: false, saved);
    }

    // Whether the step did not fail.
    private bool TakeStep(long step, Pace pace)
    {
        Seed(step);
        var start = Stopwatch.GetTimestamp();
        var figures = Figures(step);
        pace.Add(Stopwatch.GetElapsedTime(start));
        _log.Write("step", step + 1, figures);
        _progress?.Report(new StepTaken(step + 1, _plan.Steps, figures, pace.StepsPerSecond, pace.Remaining(step + 1)));
        return figures.All(figure => double.IsFinite(figure.Value) && (figure.Name != Figure.SkippedUpdates || figure.Value == 0));
    }

    private IReadOnlyList<Figure> Figures(long step)
    {
        try
        {
            using var scope = NewDisposeScope();
            return _trainee.Step(new(step, _plan.Steps, _plan.Seed));
        }
        catch (IOException exception)
        {
            // What is learned from lies elsewhere: the run's folder is not to blame.
            throw new TrainingException($"step {step + 1} could not read what it learns from: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    // No state of a generator needs to be kept: libtorch's random numbers follow from the step.
    private void Seed(long step) => manual_seed((long)(new CounterRandom(_plan.Seed, step, LibraryItem).NextBits() >> 1));

    // Whether the evaluation was not cancelled.
    private async Task<bool> TryEvaluateAsync(long step)
    {
        if (_cancellation.IsCancellationRequested)
            return false;
        _progress?.Report(new EvaluationStarted(step));
        Seed(-step);
        var samples = _folder.NewSamples(step);
        try
        {
            _evaluation = await _trainee.EvaluateAsync(step, samples, _cancellation);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }

        _log.Write("evaluation", step, _evaluation);
        _progress?.Report(new Evaluated(step, _evaluation, samples));
        return true;
    }

    private RunResult Stop(long step, bool evaluationIsDue, bool isSaved)
    {
        if (!isSaved)
            Save(step, evaluationIsDue);
        _trainee.Export(_folder.Weights);
        var isComplete = step == _plan.Steps && !evaluationIsDue;
        _log.Write(isComplete ? "end" : "stop", step);
        return new(step, isComplete, _evaluation);
    }

    private void Save(long step, bool evaluationIsDue)
    {
        var log = _log.Save();
        var written = _folder.Store.Write(
            _trainee.Parts,
            files => new()
            {
                Format = CheckpointManifest.CurrentFormat,
                Step = step,
                EvaluationIsDue = evaluationIsDue,
                LogBytes = log,
                Configuration = new(_folder.Configuration.Values),
                Files = new(files),
            },
            step,
            _plan.Keep);
        _progress?.Report(new CheckpointWritten(step, written));
    }

    private TrainingException GivenUp(long step, int failed)
    {
        var message = $"the last {failed} steps up to step {step} failed: their losses or gradients were not finite or too large. "
            + "Lower optimizer:learningRate or lengthen schedule:warmup, and start in another folder.";
        _log.Write("failure", step, text: message);
        return new(message);
    }

    private void Tell(long step, string message)
    {
        _log.Write("message", step, text: message);
        _progress?.Report(new RunMessage(message));
    }
}
