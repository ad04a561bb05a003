using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>How schedules act on the groups of an optimiser; their curves are held against PyTorch's elsewhere.</summary>
public sealed class SchedulerTests
{
    [Test]
    public void Every_group_follows_from_its_own_first_rate()
    {
        using var scope = NewDisposeScope();
        SGD.ParamGroup[] groups = [new([nn.Parameter(zeros(1))], lr: 1), new([nn.Parameter(zeros(1))], lr: 0.1)];
        using var optimiser = SGD(groups, 1);
        var scheduler = lr_scheduler.StepLR(optimiser, 1, 0.5);

        scheduler.step();
        scheduler.step();

        Assert.That(optimiser.ParamGroups.Select(group => group.LearningRate), Is.EqualTo(new[] { 0.25, 0.025 }).Within(1e-12));
        Assert.That(scheduler.get_last_lr(), Is.EqualTo(new[] { 0.25, 0.025 }).Within(1e-12));
    }

    [Test]
    public void Two_schedules_chained_both_act()
    {
        using var scope = NewDisposeScope();
        using var optimiser = SGD([nn.Parameter(zeros(1))], 1);
        var scheduler = lr_scheduler.ChainedLR([lr_scheduler.ExponentialLR(optimiser, 0.5), lr_scheduler.StepLR(optimiser, 2, 0.1)]);

        scheduler.step();
        scheduler.step();

        Assert.That(optimiser.ParamGroups.Single().LearningRate, Is.EqualTo(0.025).Within(1e-12));
    }

    [Test]
    public void A_cycle_moves_momentum_against_the_rate()
    {
        using var scope = NewDisposeScope();
        using var optimiser = SGD([nn.Parameter(zeros(1))], 0.1, momentum: 0.9);
        var group = (IMomentum)optimiser.ParamGroups.Single();
        var scheduler = lr_scheduler.OneCycleLR(optimiser, 1, total_steps: 11, pct_start: 0.5);
        var first = group.Momentum;
        for (var i = 0; i < 5; i++)
            scheduler.step();

        Assert.That(first, Is.EqualTo(0.95).Within(1e-12));
        Assert.That(group.Momentum, Is.LessThan(0.86));
        Assert.That(optimiser.ParamGroups.Single().LearningRate, Is.GreaterThan(0.9));
    }

    [Test]
    public void For_the_Adam_family_the_first_decay_rate_is_the_momentum()
    {
        using var scope = NewDisposeScope();
        using var optimiser = Adam([nn.Parameter(zeros(1))]);
        var group = (IBetas)optimiser.ParamGroups.Single();

        lr_scheduler.OneCycleLR(optimiser, 1, total_steps: 10);

        Assert.That(group.Betas, Is.EqualTo((0.95, 0.999)));
    }

    [Test]
    public void A_plateau_needs_a_measured_value()
    {
        using var scope = NewDisposeScope();
        using var optimiser = SGD([nn.Parameter(zeros(1))], 1);
        var scheduler = lr_scheduler.ReduceLROnPlateau(optimiser);

        Assert.That(() => scheduler.step(), Throws.InvalidOperationException);
    }

    [Test]
    public void Schedules_of_different_optimisers_make_no_sequence()
    {
        using var scope = NewDisposeScope();
        using var one = SGD([nn.Parameter(zeros(1))], 1);
        using var other = SGD([nn.Parameter(zeros(1))], 1);

        Assert.That(
            () => lr_scheduler.SequentialLR(one, [lr_scheduler.ConstantLR(one), lr_scheduler.ConstantLR(other)], [2]), Throws.ArgumentException);
    }
}
