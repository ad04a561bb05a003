namespace VideoPoet.Training.Distributed;

/// <summary>What rank 0 trains: the others do each step with it.</summary>
/// <param name="trainee">What is trained.</param>
/// <param name="parallel">The processes.</param>
/// <param name="stop">Cancelled when one of the others was asked to stop.</param>
internal sealed class LeadingTrainee(ITrainee trainee, DataParallel parallel, CancellationTokenSource stop) : ITrainee
{
    private bool _isSynchronised;

    public TrainingParts Parts => trainee.Parts;

    public Goal? Goal => trainee.Goal;

    public IReadOnlyDictionary<string, string> Facts => trainee.Facts;

    public string? Samples => trainee.Samples;

    public IReadOnlyList<Turn> Turns(long steps) => trainee.Turns(steps);

    public IReadOnlyList<Figure> Step(StepContext context)
    {
        Synchronise();
        if (parallel.Tell(Order.Step, context.Step))
            stop.Cancel();
        return trainee.Step(context);
    }

    public Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken) =>
        trainee.EvaluateAsync(step, folder, cancellationToken);

    public void Export(string folder) => trainee.Export(folder);

    public void Dispose() => trainee.Dispose();

    // Once the loop has read the checkpoint that the run goes on from.
    private void Synchronise()
    {
        if (_isSynchronised)
            return;
        parallel.Tell(Order.Synchronise);
        ModuleSynchronisation.Broadcast(parallel.Group, Parts);
        _isSynchronised = true;
    }
}
