namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimiser's groups, step by step.</summary>
            public abstract class LRScheduler
            {
                /// <summary>How often the schedule has stepped.</summary>
                protected int _step_count;

                internal int _last_epoch = -1;
                internal IList<double> _base_lrs = [];
                internal IList<double> _last_lrs = [];
                private readonly bool _verbose;

                /// <summary>A schedule that has no optimiser of its own.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>A schedule of an optimiser's learning rates.</summary>
                /// <param name="optimizer">The optimiser.</param>
                /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                /// <param name="verbose">Whether changes are written to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (Optimizer, _last_epoch, _verbose) = (optimizer, last_epoch, verbose);
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. Rates];
                }

                internal Optimizer? Optimizer { get; }

                private protected IReadOnlyList<ILearningRateController> Groups => [.. Optimizer!.ParamGroups];

                private protected IEnumerable<double> Rates => Optimizer!.ParamGroups.Select(group => group.LearningRate);

                /// <summary>Goes on to the next learning rates.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes on to the learning rates of a given step.</summary>
                /// <param name="epoch">The step; the next one when null.</param>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    double[] rates = [.. epoch is null ? get_lr() : get_closed_form_lr()];
                    var groups = Groups;
                    for (var i = 0; i < rates.Length; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i])
                            Report(i, rates[i]);
                    }
                    _last_lrs = rates;
                }

                /// <summary>Goes on to the next learning rates; most schedules ignore the measured value.</summary>
                /// <param name="current">The measured value.</param>
                /// <param name="epoch">The step; the next one when null.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates that were set last, one a group.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The learning rates of this step, from those of the one before it.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The learning rates of this step, from the first ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected void Report(int group, double rate)
                {
                    if (_verbose)
                        Console.WriteLine($"Step {_last_epoch}: the learning rate of group {group} is now {rate}.");
                }
            }
        }
    }
}
