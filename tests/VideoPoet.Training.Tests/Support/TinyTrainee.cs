using TorchSharp.Modules;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Support;

/// <summary>A network that learns to copy random numbers, with everything that a checkpoint must hold: an average, dropout, a buffer.</summary>
internal sealed class TinyTrainee : ITrainee
{
    private readonly Sequential _network;
    private readonly ParameterUpdate _update;
    private readonly MovingAverage _average;

    public TinyTrainee(int width = 8)
    {
        manual_seed(1);
        _network = nn.Sequential(nn.Linear(width, width), nn.BatchNorm1d(width), nn.Dropout(0.1), nn.Linear(width, width));
        var optimizer = new OptimizerSpec { LearningRate = 1e-2 };
        _update = new(_network.named_parameters(), optimizer, new() { Warmup = 2, Decay = DecayKind.Constant }, steps: 100);
        _average = new(_network, 0.9);
        Parts = new TrainingParts().With("network", _network).With("average", _average).With("network", _update);
        Width = width;
    }

    public TrainingParts Parts { get; }

    public Goal? Goal { get; init; }

    /// <summary>What an evaluation measures beside the step.</summary>
    public Func<long, double>? Quality { get; init; }

    /// <summary>Where a run of so many steps turns.</summary>
    public Func<long, IReadOnlyList<Turn>> TurnsOf { get; init; } = _ => [];

    public int Width { get; }

    public Func<long, double> LossFactor { get; init; } = _ => 1;

    public Func<long, CancellationToken, Task> Evaluating { get; init; } = (_, _) => Task.CompletedTask;

    public List<long> Evaluated { get; } = [];

    public List<long> LiveTensors { get; } = [];

    public IReadOnlyList<Turn> Turns(long steps) => TurnsOf(steps);

    public IReadOnlyList<Figure> Step(StepContext context)
    {
        _network.train();
        var input = randn(16, Width);
        var loss = nn.functional.mse_loss(_network.call(input), input) * LossFactor(context.Step);
        _update.Apply(loss, context.Step);
        _average.Update();
        LiveTensors.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        return [new("loss", loss.ToSingle()), .. _update.Figures];
    }

    public async Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        await Evaluating(step, cancellationToken);
        Evaluated.Add(step);
        await File.WriteAllTextAsync(Path.Combine(folder, "sample.txt"), "a sample", cancellationToken);
        return [new("step_seen", step), .. Quality is null ? [] : new[] { new Figure("quality", Quality(step)) }];
    }

    public void Export(string folder) => File.WriteAllText(Path.Combine(folder, "exported.txt"), Fingerprint());

    /// <summary>All bits of the network, its average and its optimiser.</summary>
    public string Fingerprint() => PartsFingerprint.Of(Parts);

    public void Dispose()
    {
        _update.Dispose();
        _average.Dispose();
        _network.Dispose();
    }
}
