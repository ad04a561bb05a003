using TorchSharp.Modules;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Optimisation;

public sealed class ParameterUpdateTests
{
    private static readonly OptimizerSpec Adam = new() { LearningRate = 0.1, WeightDecay = 0.5, ClipNorm = 1 };

    private static readonly ScheduleSpec Constant = new() { Decay = DecayKind.Constant };

    [Test]
    public void A_large_gradient_is_limited_and_its_norm_is_told()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam, out var layer);

        var applied = update.Apply(layer.weight!.sum() * 3, 0);

        Assert.That(applied, Is.True);
        Assert.That(update.GradientNorm, Is.EqualTo(6).Within(1e-5)); // four elements of 3
        Assert.That(update.Figures.Select(figure => figure.Name), Is.EqualTo(["gradient_norm", "learning_rate"]));
    }

    [Test]
    public void Matrices_decay_and_biases_do_not()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam, out var layer);

        update.Apply((layer.weight! * 0).sum() + (layer.bias! * 0).sum(), 0);

        Assert.That(layer.weight!.sum().ToSingle(), Is.EqualTo(4 * 0.95f).Within(1e-6));
        Assert.That(layer.bias!.sum().ToSingle(), Is.EqualTo(2f));
    }

    [TestCase(OptimizerKind.AdamW)]
    [TestCase(OptimizerKind.Adafactor)]
    public void Both_optimisers_find_the_least_of_a_parabola(OptimizerKind kind)
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam with { Kind = kind, LearningRate = 0.05, WeightDecay = 0 }, out var layer, steps: 200);

        for (var step = 0; step < 200; step++)
            update.Apply((layer.weight! - 0.5).square().sum() + (layer.bias! - 0.25).square().sum(), step);

        Assert.That((layer.weight! - 0.5).abs().max().ToSingle(), Is.LessThan(0.06f));
        Assert.That((layer.bias! - 0.25).abs().max().ToSingle(), Is.LessThan(0.06f));
    }

    [Test]
    public void A_loss_that_is_not_finite_changes_nothing_and_is_counted()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam, out var layer);

        Assert.That(update.Apply(layer.weight!.sum() * double.NaN, 0), Is.False);
        Assert.That(layer.weight!.eq(1).all().ToBoolean(), Is.True);
        Assert.That(update.Figures, Does.Contain(new Figure(Figure.SkippedUpdates, 1)));
        Assert.That(update.Apply(layer.weight!.sum(), 1), Is.True);
        Assert.That(update.Figures.Select(figure => figure.Name), Has.None.EqualTo(Figure.SkippedUpdates));
    }

    [Test]
    public void A_gradient_that_is_not_finite_or_above_the_limit_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam with { SkipAbove = 5 }, out var layer);

        Assert.That(update.Apply((layer.weight! - 1).abs().sqrt().sum(), 0), Is.False); // the slope of the root at 0
        Assert.That(update.Apply(layer.weight!.sum() * 3, 1), Is.False);
        Assert.That(layer.weight!.eq(1).all().ToBoolean(), Is.True);
    }

    [Test]
    public void A_loss_far_above_its_running_mean_changes_nothing_and_is_counted()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam with { SpikeAbove = 6 }, out var layer, steps: 100);
        for (var step = 0; step < 30; step++)
            Assert.That(update.Apply(layer.weight!.sum() * 0 + layer.bias!.sum() * 0 + 1 + 0.1 * (step % 3), step), Is.True);
        var before = layer.weight!.clone();

        Assert.That(update.Apply(layer.weight!.sum() * 0 + 5, 30), Is.False);
        Assert.That(layer.weight!.eq(before).all().ToBoolean(), Is.True);
        Assert.That(update.Figures, Does.Contain(new Figure(Figure.SkippedUpdates, 1)));
        Assert.That(update.Apply(layer.weight!.sum() * 0 + 1.2, 31), Is.True);
    }

    [Test]
    public void A_parameter_that_a_loss_does_not_reach_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        using var update = Update(Adam, out var layer);

        update.Apply(layer.weight!.sum() + layer.bias!.sum(), 0);
        var before = layer.weight!.clone();
        update.Apply(layer.bias!.sum(), 1);

        Assert.That(layer.weight!.eq(before).all().ToBoolean(), Is.True);
    }

    [Test]
    public void Updates_leave_no_tensors_behind()
    {
        using var outer = NewDisposeScope();
        using var update = Update(Adam, out var layer);
        void Step(int step)
        {
            using var scope = NewDisposeScope();
            update.Apply(layer.weight!.sum(), step);
        }

        Step(0);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var step = 1; step < 5; step++)
            Step(step);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    private static ParameterUpdate Update(OptimizerSpec spec, out Linear layer, long steps = 10)
    {
        layer = nn.Linear(2, 2);
        using var silent = no_grad();
        layer.weight!.fill_(1);
        layer.bias!.fill_(1);
        return new(layer.named_parameters(), spec, Constant, steps);
    }
}
