namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Learning rates that fall when a measured value stops getting better.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _smallerIsBetter;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly double _threshold;
                    private readonly double _smallestChange;
                    private readonly double[] _lowest;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private double _best;
                    private int _badSteps;
                    private int _cooling;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="mode"><c>min</c> if smaller values are better, <c>max</c> if larger ones are.</param>
                    /// <param name="factor">What the rates are multiplied by; less than 1.</param>
                    /// <param name="patience">How many steps in a row may bring nothing better.</param>
                    /// <param name="threshold">By how much a value must be better to count.</param>
                    /// <param name="threshold_mode"><c>rel</c> for a share of the best value, <c>abs</c> for a difference.</param>
                    /// <param name="cooldown">How many steps after a fall are not judged.</param>
                    /// <param name="min_lr">The lowest rates, one a group or one for all; 0 when null.</param>
                    /// <param name="eps">Smaller changes are not made.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    /// <exception cref="ArgumentException">An option has no meaning.</exception>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0)
                            throw new ArgumentException($"The factor must be less than 1, found {factor}.", nameof(factor));
                        _smallerIsBetter = Choose(mode, "min", "max", nameof(mode));
                        _relative = Choose(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        (_factor, _patience, _threshold, _cooldown, _smallestChange) = (factor, patience, threshold, cooldown, eps);
                        _lowest = min_lr is { Count: > 1 } ? [.. min_lr] : [.. Enumerable.Repeat(min_lr?.SingleOrDefault() ?? 0, Groups.Count)];
                        if (_lowest.Length != Groups.Count)
                            throw new ArgumentException($"{Groups.Count} groups take as many lowest rates or 1, not {_lowest.Length}.");
                        _best = _smallerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Throws: the schedule needs a measured value.</summary>
                    public override void step() => step(null);

                    /// <summary>Throws: the schedule needs a measured value.</summary>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("This schedule needs a measured value: call step(double) or step(double, int?).");

                    /// <summary>Judges a measured value.</summary>
                    /// <param name="current">The value.</param>
                    /// <param name="epoch">The step; the next one when null.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current))
                            (_best, _badSteps) = (current, 0);
                        else
                            _badSteps++;
                        if (_cooling > 0)
                            (_cooling, _badSteps) = (_cooling - 1, 0);
                        if (_badSteps > _patience)
                        {
                            Reduce();
                            (_cooling, _badSteps) = (_cooldown, 0);
                        }
                        _last_lrs = [.. Rates];
                    }

                    private static bool Choose(string value, string first, string second, string name) =>
                        value == first ||
                        (value == second ? false : throw new ArgumentException($"'{value}' is neither '{first}' nor '{second}'.", name));

                    private bool IsBetter(double value) => (_smallerIsBetter, _relative) switch
                    {
                        (true, true) => value < _best * (1 - _threshold),
                        (true, false) => value < _best - _threshold,
                        (false, true) => value > _best * (1 + _threshold),
                        (false, false) => value > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        var groups = Groups;
                        for (var i = 0; i < groups.Count; i++)
                        {
                            var rate = Math.Max(groups[i].LearningRate * _factor, _lowest[i]);
                            if (groups[i].LearningRate - rate <= _smallestChange)
                                continue;
                            groups[i].LearningRate = rate;
                            Report(i, rate);
                        }
                    }
                }
            }
        }
    }
}
