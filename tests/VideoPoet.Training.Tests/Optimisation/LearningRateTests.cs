using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Optimisation;

public sealed class LearningRateTests
{
    [Test]
    public void It_rises_in_a_straight_line_and_is_highest_at_the_first_step_after_the_warm_up()
    {
        var schedule = new ScheduleSpec { Warmup = 3 };

        Assert.That(Enumerable.Range(0, 4).Select(step => LearningRate.At(schedule, 8, step, 100)), Is.EqualTo([2.0, 4, 6, 8]));
    }

    [TestCase(DecayKind.Linear, 7, 5.5)]
    [TestCase(DecayKind.Cosine, 7, 5.5)]
    [TestCase(DecayKind.Cosine, 5, 8.682)]
    [TestCase(DecayKind.Constant, 7, 10.0)]
    [TestCase(DecayKind.Rsqrt, 15, 5.0)]
    [TestCase(DecayKind.Rsqrt, 3, 10.0)]
    [TestCase(DecayKind.Linear, 11, 1.0)]
    [TestCase(DecayKind.Cosine, 11, 1.0)]
    public void It_decays_from_its_highest_to_the_final_share_at_the_last_step_or_by_the_root_of_the_step(DecayKind decay, long step, double expected)
    {
        var schedule = new ScheduleSpec { Warmup = 3, Decay = decay, Final = new(0.1) };

        Assert.That(LearningRate.At(schedule, 10, step, 12), Is.EqualTo(expected).Within(1e-3));
    }
}
