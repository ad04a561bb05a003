namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Learning rates times a factor until a given step.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _steps;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="factor">The factor.</param>
                    /// <param name="total_iters">The step from which the factor is 1.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_factor, _steps) = (factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var change = _last_epoch == 0 ? _factor : _last_epoch == _steps ? 1 / _factor : 1;
                        return Rates.Select(rate => rate * change);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => rate * (_last_epoch >= _steps ? 1 : _factor));
                }

                /// <summary>Learning rates times a factor that moves linearly from one value to another.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _steps;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="start_factor">The first factor.</param>
                    /// <param name="end_factor">The last factor.</param>
                    /// <param name="total_iters">The step that has the last factor.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start, _end, _steps) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var change = _last_epoch == 0 ? _start : _last_epoch > _steps ? 1 : Factor(_last_epoch) / Factor(_last_epoch - 1);
                        return Rates.Select(rate => rate * change);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Factor(_last_epoch));

                    private double Factor(int step) => _start + (_end - _start) * Math.Min(_steps, step) / _steps;
                }

                /// <summary>Learning rates that fall to zero as a power of what is left of the steps.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _steps;
                    private readonly double _power;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="total_iters">The step that reaches zero.</param>
                    /// <param name="power">The exponent.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_steps, _power) = (total_iters, power);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var change = _last_epoch == 0 || _last_epoch > _steps ? 1 : Factor(_last_epoch) / Factor(_last_epoch - 1);
                        return Rates.Select(rate => rate * change);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Factor(_last_epoch));

                    private double Factor(int step) => Math.Pow(1 - Math.Min(_steps, step) / _steps, _power);
                }

                /// <summary>Learning rates that follow a cosine wave (Loshchilov and Hutter, arXiv 1608.03983, without restarts).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _steps;
                    private readonly double _lowest;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="T_max">The step that has the lowest learning rate.</param>
                    /// <param name="eta_min">The lowest learning rate.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_steps, _lowest) = (T_max, eta_min);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return Rates;
                        // At the lowest point the rate before is no measure of the next one.
                        if ((_last_epoch - 1 - _steps) % (2 * _steps) == 0)
                            return Rates.Zip(_base_lrs, (rate, first) => rate + (first - _lowest) * (1 - Math.Cos(Math.PI / _steps)) / 2);
                        var change = Height(_last_epoch) / Height(_last_epoch - 1);
                        return Rates.Select(rate => _lowest + (rate - _lowest) * change);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => _lowest + (rate - _lowest) * Height(_last_epoch) / 2);

                    private double Height(int step) => 1 + Math.Cos(Math.PI * step / _steps);
                }
            }
        }
    }
}
