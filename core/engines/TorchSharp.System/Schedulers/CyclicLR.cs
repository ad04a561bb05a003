namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Learning rates that rise and fall between two bounds (Smith, arXiv 1506.01186).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly List<double> _highest;
                    private readonly MomentumCycle? _momentum;
                    private readonly double _length;
                    private readonly double _rising;
                    private readonly Func<double, double> _scale;
                    private readonly ScaleMode _scaleMode;

                    /// <summary>A schedule with one pair of bounds for all groups; the other constructor says what the options mean.</summary>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn,
                            scale_mode, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="base_lr">The lowest rates, one a group.</param>
                    /// <param name="max_lr">The highest rates, one a group.</param>
                    /// <param name="step_size_up">The number of steps that rise.</param>
                    /// <param name="step_size_down">The number of steps that fall; as many when -1.</param>
                    /// <param name="mode">How the height of a cycle changes.</param>
                    /// <param name="gamma">The factor of <see cref="Mode.ExpRange"/> a step.</param>
                    /// <param name="scale_fn">The height of a cycle, rather than by <paramref name="mode"/>.</param>
                    /// <param name="scale_mode">What <paramref name="scale_fn"/> is a function of.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls and rises against the rates.</param>
                    /// <param name="base_momentum">The lowest momenta, one a group; 0.8 when null.</param>
                    /// <param name="max_momentum">The highest momenta, one a group; 0.9 when null.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    /// <exception cref="ArgumentException">The optimiser has no momentum to cycle.</exception>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _length = step_size_up + (step_size_down == -1 ? step_size_up : step_size_down);
                        _rising = step_size_up / _length;
                        (_base_lrs, _highest) = ([.. base_lr], [.. max_lr]);
                        (_scale, _scaleMode) = scale_fn is null ? ScaleOf(mode, gamma) : (scale_fn, scale_mode);
                        _momentum = cycle_momentum
                            ? new MomentumCycle(Groups, base_momentum ?? Each(optimizer, 0.8), max_momentum ?? Each(optimizer, 0.9))
                            : null;
                        step();
                    }

                    /// <summary>How the height of a cycle changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>Every cycle has half the height of the one before it.</summary>
                        Triangular2,

                        /// <summary>By a factor every step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the height is a function of.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / _length);
                        var place = 1 + _last_epoch / _length - cycle;
                        var rise = place <= _rising ? place / _rising : (place - 1) / (_rising - 1);
                        var height = rise * _scale(_scaleMode == ScaleMode.Cycle ? cycle : _last_epoch);
                        _momentum?.Set(Groups, height);
                        return _base_lrs.Zip(_highest, (lowest, highest) => lowest + (highest - lowest) * height);
                    }

                    private static (Func<double, double>, ScaleMode) ScaleOf(Mode mode, double gamma) => mode switch
                    {
                        Mode.Triangular => (_ => 1, ScaleMode.Cycle),
                        Mode.Triangular2 => (cycle => Math.Pow(2, 1 - cycle), ScaleMode.Cycle),
                        Mode.ExpRange => (step => Math.Pow(gamma, step), ScaleMode.Iterations),
                        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
                    };

                    private static IEnumerable<double> Each(Optimizer optimizer, double value) =>
                        Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                }
            }
        }
    }
}
