using TorchSharp.Modules;
using VideoPoet.Specs;
using VideoPoet.Training.Distributed;

namespace VideoPoet.Training.Tests.Support;

/// <summary>
/// A small language model of one layer that learns random sequences of different lengths. Every process knows the whole batch and takes some of its
/// rows; the loss is a mean over all tokens of all rows.
/// </summary>
internal sealed class SharedTrainee : ITrainee
{
    private const int Tokens = 13, Width = 8, Length = 6;

    private readonly DataParallel? _parallel;
    private readonly Network _network = new();
    private readonly ParameterUpdate _update;
    private readonly MovingAverage _average;

    /// <param name="parallel">The processes; null for one.</param>
    /// <param name="optimizer">The optimiser; null for AdamW.</param>
    /// <param name="seed">Of the weights, which the others must take from rank 0.</param>
    public SharedTrainee(DataParallel? parallel = null, OptimizerSpec? optimizer = null, long seed = 3)
    {
        _parallel = parallel;
        _network.Initialise(seed);
        _update = new(
            _network.named_parameters(), optimizer ?? new() { LearningRate = 2e-2, ClipNorm = 0.5, WeightDecay = 0.1 },
            new() { Warmup = 3, Decay = DecayKind.Constant }, steps: 100, parallel: parallel);
        _average = new(_network, 0.9);
        Parts = new TrainingParts().With("network", _network).With("average", _average).With("network", _update);
    }

    public static int Rows => 7;

    public TrainingParts Parts { get; }

    public Goal? Goal => null;

    /// <summary>A factor of the loss of this process's rows.</summary>
    public Func<long, double> LossFactor { get; init; } = _ => 1;

    /// <summary>The losses of the whole batch, step by step.</summary>
    public List<double> Losses { get; } = [];

    public List<bool> Applied { get; } = [];

    public IReadOnlyList<Figure> Step(StepContext context)
    {
        var random = new Random((int)context.Step);
        var ids = Enumerable.Range(0, Rows * Length).Select(_ => (long)random.Next(Tokens)).ToArray();
        var lengths = Enumerable.Range(0, Rows).Select(_ => random.Next(1, Length)).ToArray();
        var (rank, size) = (_parallel?.Rank ?? 0, _parallel?.Size ?? 1);
        var (first, last) = (Rows * rank / size, Rows * (rank + 1) / size);

        var inputs = tensor(ids, [Rows, Length]).narrow(0, first, last - first);
        var targets = inputs.roll(-1, 1).clone();
        for (var row = first; row < last; row++)
            targets[row - first].narrow(0, lengths[row], Length - lengths[row]).fill_(-100); // not learnt
        var sum = nn.functional.cross_entropy(_network.call(inputs).flatten(0, 1), targets.flatten(), reduction: nn.Reduction.Sum);
        var share = sum / lengths.Sum() * LossFactor(context.Step);
        var loss = _parallel?.Sum(share.ToDouble())[0] ?? share.ToDouble();
        Losses.Add(loss);
        Applied.Add(_update.Apply(share, context.Step));
        _average.Update();
        return [new("loss", loss), .. _update.Figures];
    }

    public Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Figure>>([new("seen", step)]);

    public void Export(string folder) => File.WriteAllText(Path.Combine(folder, "exported.txt"), "exported");

    /// <summary>All parameters, averages and buffers.</summary>
    public float[] Weights() =>
        [.. Parts.Modules.OrderBy(part => part.Key).SelectMany(part => part.Value.state_dict().Values).SelectMany(State)];

    /// <summary>How many numbers the optimiser of this process remembers.</summary>
    public long Remembered() => _update.Optimizer.parameters().Sum(parameter => parameter.numel());

    public long Numbers() => _network.parameters().Sum(parameter => parameter.numel());

    public void Dispose()
    {
        _update.Dispose();
        _average.Dispose();
        _network.Dispose();
    }

    private static float[] State(Tensor tensor)
    {
        using var single = tensor.detach().to_type(float32);
        return single.data<float>().ToArray();
    }

    // The head shares its weights with the embedding, and one parameter is never used.
    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly Embedding _embedding = nn.Embedding(Tokens, Width);
        private readonly Linear _hidden = nn.Linear(Width, Width);
        private readonly Parameter _unused = new(zeros(4));

        public Network() : base(nameof(Network)) => RegisterComponents();

        public void Initialise(long seed)
        {
            using var silent = no_grad();
            using var scope = NewDisposeScope();
            var random = new Random((int)seed);
            foreach (var parameter in this.parameters())
                parameter.copy_(tensor(Enumerable.Range(0, (int)parameter.numel()).Select(_ => (float)random.NextDouble() - 0.5f).ToArray())
                    .view(parameter.shape));
        }

        public override Tensor forward(Tensor ids) =>
            nn.functional.gelu(_hidden.call(_embedding.call(ids))).matmul(_embedding.weight!.t());

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _embedding.Dispose();
                _hidden.Dispose();
                _unused.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
