namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Learning rates that rise once and fall far below where they began (Smith and Topin, arXiv 1708.07120).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly Phase[] _phases;
                    private readonly AnnealStrategy _anneal;
                    private readonly double[] _highest;
                    private readonly double _firstDivisor;
                    private readonly double _lastDivisor;
                    private readonly MomentumCycle? _momentum;

                    /// <summary>A schedule with one highest rate for all groups; the other constructor says what the options mean.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Each(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            Each(optimizer, base_momentum), Each(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch,
                            verbose)
                    {
                    }

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="max_lr">The highest rates, one a group.</param>
                    /// <param name="total_steps">The number of steps; or give the next two.</param>
                    /// <param name="epochs">The number of epochs.</param>
                    /// <param name="steps_per_epoch">The number of steps of an epoch.</param>
                    /// <param name="pct_start">The share of the steps that rise.</param>
                    /// <param name="anneal_strategy">The shape of the curve.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls and rises against the rates.</param>
                    /// <param name="base_momentum">The lowest momenta, one a group; 0.85 when null.</param>
                    /// <param name="max_momentum">The highest momenta, one a group; 0.95 when null.</param>
                    /// <param name="div_factor">The highest rate over the first one.</param>
                    /// <param name="final_div_factor">The first rate over the last one.</param>
                    /// <param name="three_phase">Whether the rates come back to the first ones before they fall below them.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    /// <exception cref="ArgumentException">There is no number of steps, or the optimiser has no momentum to cycle.</exception>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = total_steps > 0 ? total_steps
                            : epochs > 0 && steps_per_epoch > 0 ? epochs * steps_per_epoch
                            : throw new ArgumentException("The schedule needs total_steps, or epochs and steps_per_epoch, greater than 0.");
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"The share of steps that rise is from 0 to 1, found {pct_start}.", nameof(pct_start));
                        _phases = three_phase
                            ? [new(pct_start * _steps - 1, 0, 1), new(2 * pct_start * _steps - 2, 1, 0), new(_steps - 1, 0, -1)]
                            : [new(pct_start * _steps - 1, 0, 1), new(_steps - 1, 1, -1)];
                        (_anneal, _highest) = (anneal_strategy, [.. max_lr]);
                        (_firstDivisor, _lastDivisor) = (div_factor, final_div_factor);
                        _momentum = cycle_momentum
                            ? new MomentumCycle(Groups, base_momentum ?? Each(optimizer, 0.85), max_momentum ?? Each(optimizer, 0.95))
                            : null;
                        if (last_epoch == -1)
                            foreach (var (group, highest) in Groups.Zip(_highest))
                                group.InitialLearningRate = highest / div_factor;
                        step();
                    }

                    /// <summary>The shape of a curve between two values.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine wave.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _steps)
                            throw new InvalidOperationException($"The schedule has {_steps} steps; this is step {_last_epoch}.");
                        var index = Array.FindIndex(_phases, phase => _last_epoch <= phase.End);
                        var phase = _phases[index < 0 ? _phases.Length - 1 : index];
                        var begin = index > 0 ? _phases[index - 1].End : index < 0 ? _phases[^2].End : 0;
                        var share = (_last_epoch - begin) / (phase.End - begin);
                        _momentum?.Set(Groups, Between(Math.Max(phase.From, 0), Math.Max(phase.To, 0), share));
                        return _highest.Select(highest => Between(Rate(highest, phase.From), Rate(highest, phase.To), share));
                    }

                    // Level 1 is the highest rate, 0 the first one, -1 the last one.
                    private double Rate(double highest, int level) => level switch
                    {
                        1 => highest,
                        0 => highest / _firstDivisor,
                        _ => highest / _firstDivisor / _lastDivisor,
                    };

                    private double Between(double from, double to, double share) => _anneal switch
                    {
                        AnnealStrategy.Cos => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share)),
                        AnnealStrategy.Linear => from + (to - from) * share,
                        _ => throw new InvalidOperationException($"There is no anneal strategy {_anneal}."),
                    };

                    private static IEnumerable<double> Each(Optimizer optimizer, double value) =>
                        Enumerable.Repeat(value, optimizer.ParamGroups.Count());

                    private readonly record struct Phase(double End, int From, int To);
                }
            }
        }
    }
}
