namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules one after another.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>A schedule of an optimiser's learning rates.</summary>
                    /// <param name="optimizer">The optimiser.</param>
                    /// <param name="schedulers">The schedules, all of that optimiser.</param>
                    /// <param name="milestones">The first steps of all schedules but the first one, in ascending order.</param>
                    /// <param name="last_epoch">The last step that was made; -1 before the first.</param>
                    /// <exception cref="ArgumentException">A schedule is of another optimiser, or the number of steps is wrong.</exception>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Any(scheduler => scheduler.Optimizer != optimizer))
                            throw new ArgumentException("All schedules of a sequence must be of the same optimiser.", nameof(schedulers));
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"{_schedulers.Length} schedules need {_schedulers.Length - 1} steps to begin at, not {_milestones.Length}.",
                                nameof(milestones));
                        // Every schedule made its first step when it was made: undo all but that of the first one.
                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler._last_epoch--;
                        _schedulers[0].step();
                        _last_lrs = _schedulers[0]._last_lrs;
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var index = _milestones.Count(milestone => milestone <= _last_epoch);
                        if (index > 0 && _milestones[index - 1] == _last_epoch)
                            _schedulers[index].step(0);
                        else
                            _schedulers[index].step();
                        return Rates;
                    }
                }

                /// <summary>Several schedules at once, each of which changes what the one before it has set.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <summary>A schedule that is made of others.</summary>
                    /// <param name="schedulers">The schedules; at least one.</param>
                    /// <exception cref="ArgumentException">There is none.</exception>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        _schedulers = [.. schedulers];
                        if (_schedulers.Length == 0)
                            throw new ArgumentException("A chain needs at least one schedule.", nameof(schedulers));
                        _last_lrs = _schedulers[^1]._last_lrs;
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                        _last_lrs = _schedulers[^1]._last_lrs;
                    }
                }
            }
        }
    }
}
