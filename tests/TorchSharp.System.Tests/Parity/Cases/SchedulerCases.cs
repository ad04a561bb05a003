using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>The learning rates that every scheduler sets: the first one and that after each of twelve steps.</summary>
internal static class SchedulerCases
{
    private static readonly double[] Metrics = [1.0, 0.9, 0.91, 0.92, 0.93, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86];

    public static CaseTable Table => new("scheduler")
    {
        { "step", () => Rates(o => lr_scheduler.StepLR(o, 3, 0.5)) },
        { "multi_step", () => Rates(o => lr_scheduler.MultiStepLR(o, [2, 5, 9], 0.3)) },
        { "exponential", () => Rates(o => lr_scheduler.ExponentialLR(o, 0.9)) },
        { "cosine", () => Rates(o => lr_scheduler.CosineAnnealingLR(o, 12, 0.05)) },
        { "linear", () => Rates(o => lr_scheduler.LinearLR(o, 0.2, 1.0, 6)) },
        { "constant", () => Rates(o => lr_scheduler.ConstantLR(o, 0.25, 4)) },
        { "polynomial", () => Rates(o => lr_scheduler.PolynomialLR(o, 10, 2.0)) },
        { "lambda", () => Rates(o => lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch))) },
        { "multiplicative", () => Rates(o => lr_scheduler.MultiplicativeLR(o, _ => 0.95)) },
        { "one_cycle", () => Rates(o => lr_scheduler.OneCycleLR(o, 1.0, total_steps: 14, cycle_momentum: false)) },
        { "cyclic", () => Rates(o => lr_scheduler.CyclicLR(o, 0.1, 0.7, 4, cycle_momentum: false)) },
        {
            "sequential", () =>
                Rates(o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.1, 1.0, 4), lr_scheduler.ExponentialLR(o, 0.8)], [4]))
        },
        {
            "plateau", () =>
                Rates(o => lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 1), (scheduler, i) => scheduler.step(Metrics[i]))
        },
    };

    private static Tensor Rates(
        Func<Optimizer, lr_scheduler.LRScheduler> make, Action<lr_scheduler.LRScheduler, int>? step = null)
    {
        step ??= (scheduler, _) => scheduler.step();
        using var optimiser = SGD([new Parameter(zeros(1))], 0.5);
        var scheduler = make(optimiser);
        var rates = new List<double> { Rate() };
        for (var i = 0; i < 12; i++)
        {
            optimiser.step();
            step(scheduler, i);
            rates.Add(Rate());
        }

        return tensor(rates.ToArray());

        double Rate() => optimiser.ParamGroups.Single().LearningRate;
    }
}
