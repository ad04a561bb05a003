using System.Diagnostics;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>
/// Trains: takes step after step, keeps a journal, measures now and then, keeps checkpoints, and goes on from the last one when it is started again,
/// so that a run that was interrupted gives the same weights, bit for bit on the processor, as one that was not.
/// </summary>
public sealed class TrainingLoop
{
    private readonly ITrainee _trainee;
    private readonly RunPlan _plan;
    private readonly RunFolder _folder;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Judge _judge;
    private IReadOnlyList<Figure> _evaluation = [];
    private long _failedSteps;
    private RunJournal _journal = null!;

    private TrainingLoop(
        ITrainee trainee, RunPlan plan, RunFolder folder, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        (_trainee, _plan, _folder, _progress, _cancellation) = (trainee, plan, folder, progress, cancellation);
        _judge = new(plan, trainee.Goal, folder.Latest?.Manifest.Best);
        _failedSteps = folder.Latest?.Manifest.FailedSteps ?? 0;
    }

    /// <summary>
    /// Trains to the end of the plan, or until evaluations bring nothing better, or until it is cancelled; then the last state is a checkpoint and
    /// the weights are exported.
    /// </summary>
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
            using (_journal = new(_folder))
            {
                var step = Start();
                if (_folder.Latest is not { Manifest.EvaluationIsDue: true })
                    return await TrainAsync(step, isSaved: _folder.Latest is not null);
                var (made, saved) = await EvaluateAsync(step);
                return made ? await TrainAsync(step, saved) : Stop(step, evaluationIsDue: true, isSaved: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.Unwritable(_folder.Path, exception);
        }
    }

    private long Start()
    {
        var step = _folder.Step;
        if (step > _plan.Steps)
        {
            throw new TrainingException(
                $"the run in '{_folder.Path}' has taken {step} steps already; steps must be at least that, found {_plan.Steps}.");
        }
        foreach (var message in _folder.Messages)
            Tell(0, message);
        if (_folder.Latest is { } latest)
        {
            TurnCheck.Check(_trainee, latest.Manifest, _plan.Steps);
            CheckpointState.Read(latest.Folder, _trainee.Parts);
        }
        _journal.Begin(step, isResumed: _folder.Latest is not null);
        _progress?.Report(new RunStarted(step, _plan.Steps));
        return step;
    }

    private async Task<RunResult> TrainAsync(long step, bool isSaved)
    {
        var pace = new Pace(step, _plan.Steps);
        var failed = 0;
        while (step < _plan.Steps && !_judge.HasSeenEnough)
        {
            if (_cancellation.IsCancellationRequested)
                return Stop(step, evaluationIsDue: false, isSaved);

            try
            {
                failed = TakeStep(step, pace) ? 0 : failed + 1;
            }
            catch (LostPeerException exception)
            {
                throw Alone(step, isSaved, exception);
            }
            step++;
            isSaved = false;
            if (failed >= _plan.FailedStepsLimit)
                throw GivenUp(step, failed);
            if (step % _plan.EvaluateEvery == 0 || step == _plan.Steps)
            {
                (var made, isSaved) = await EvaluateAsync(step);
                if (!made)
                    return Stop(step, evaluationIsDue: true, isSaved: false);
            }
            if (step % _plan.CheckpointEvery == 0 && step < _plan.Steps && !isSaved)
            {
                Save(step, evaluationIsDue: false);
                isSaved = true;
            }
        }

        return Stop(step, evaluationIsDue: false, isSaved);
    }

    // Whether the step did not fail.
    private bool TakeStep(long step, Pace pace)
    {
        StepSeed.Set(_plan.Seed, step);
        var start = Stopwatch.GetTimestamp();
        var figures = Figures(step);
        var time = Stopwatch.GetElapsedTime(start);
        pace.Add(time);
        _journal.Step(step + 1, figures, time, _trainee.Samples);
        var succeeded = figures.All(figure => double.IsFinite(figure.Value) && (figure.Name != Figure.SkippedUpdates || figure.Value == 0));
        _failedSteps += succeeded ? 0 : 1;
        _progress?.Report(
            new StepTaken(step + 1, _plan.Steps, figures, pace.StepsPerSecond, pace.Remaining(step + 1)) { FailedSteps = _failedSteps });
        return succeeded;
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

    // Whether the evaluation was not cancelled, and whether it was the best so far, so that the state was saved.
    private async Task<(bool Made, bool Saved)> EvaluateAsync(long step)
    {
        if (_cancellation.IsCancellationRequested)
            return (false, false);
        _progress?.Report(new EvaluationStarted(step));
        StepSeed.Set(_plan.Seed, -step);
        var samples = _folder.NewSamples(step);
        try
        {
            _evaluation = await _trainee.EvaluateAsync(step, samples, _cancellation);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return (false, false);
        }

        var isBest = _judge.Take(step, _evaluation);
        _journal.Evaluation(step, _evaluation, samples);
        _progress?.Report(new Evaluated(step, _evaluation, samples) { IsBest = isBest });
        if (isBest)
        {
            // In this order: a process that is ended in between makes the evaluation again and finds the same.
            _trainee.Export(Directory.CreateDirectory(_folder.Best).FullName);
            Save(step, evaluationIsDue: false);
        }
        _journal.Report(StateAt(step, isComplete: false));
        return (true, isBest);
    }

    private RunResult Stop(long step, bool evaluationIsDue, bool isSaved)
    {
        var isComplete = (step == _plan.Steps || _judge.HasSeenEnough) && !evaluationIsDue;
        if (!isSaved)
            Save(step, evaluationIsDue);
        _trainee.Export(_folder.Weights);
        if (isComplete && step < _plan.Steps && _judge.Best is { } best)
            Tell(step, $"the run ends early: {best.Since} evaluations brought no better {best.Figure} than {best.Value:G4}, of step {best.Step}.");
        _journal.End(step, isComplete);
        _journal.Report(StateAt(step, isComplete));
        return new(step, isComplete, _evaluation) { Best = _judge.Best, FailedSteps = _failedSteps, Weights = _folder.Weights };
    }

    private RunState StateAt(long step, bool isComplete) => new(step, _plan.Steps, isComplete, _failedSteps, _judge.Best);

    private void Save(long step, bool evaluationIsDue)
    {
        var log = _journal.Save();
        var written = _folder.Store.Write(
            _trainee.Parts,
            files => new()
            {
                Format = CheckpointManifest.CurrentFormat,
                Step = step,
                EvaluationIsDue = evaluationIsDue,
                LogBytes = log,
                FailedSteps = _failedSteps,
                Best = _judge.Best,
                Configuration = new(_folder.Configuration.Values),
                Files = new(files),
            },
            step,
            _plan.Keep,
            _judge.Best?.Step);
        _progress?.Report(new CheckpointWritten(step, written));
    }

    private TrainingException GivenUp(long step, int failed)
    {
        var message = $"the last {failed} steps up to step {step} failed: their losses or gradients were not finite, or far too large. "
            + "Lower optimizer:learningRate or lengthen schedule:warmup, and start in another folder.";
        _journal.Failure(step, message);
        _journal.Report(StateAt(step, isComplete: false));
        return new(message);
    }

    // The step that another process was lost in changed nothing, so this is the state after the step before, unless the lost one had a share of it.
    private TrainingException Alone(long step, bool isSaved, LostPeerException cause)
    {
        var saved = $"the run goes on from step {step}";
        try
        {
            if (!isSaved)
                Save(step, evaluationIsDue: false);
        }
        catch (LostPeerException)
        {
            saved = "what it remembered of the optimiser is lost, so the run goes on from its last checkpoint";
        }
        var message = $"in step {step + 1}, {cause.Message.TrimEnd('.')}; {saved} when all processes are started again.";
        _journal.Failure(step, message);
        _journal.Report(StateAt(step, isComplete: false));
        return new(message, cause);
    }

    private void Tell(long step, string message)
    {
        _journal.Message(step, message);
        _progress?.Report(new RunMessage(message));
    }
}
