using static TorchSharp.torch.nn;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Initialisers: exact values where they are fixed, bounds and moments where they are random.</summary>
[TestFixture]
public sealed class InitTests
{
    private const int Rows = 200;
    private const int Columns = 300;
    private const double Count = (double)Rows * Columns;

    private DisposeScope _scope = null!;
    private Tensor _weight = null!;

    [SetUp]
    public void Make_a_weight_from_a_known_seed()
    {
        _scope = NewDisposeScope();
        manual_seed(11);
        _weight = empty(Rows, Columns);
    }

    [TearDown]
    public void Free_the_weight()
    {
        _weight.Dispose();
        _scope.Dispose();
    }

    [Test]
    public void Fixed_initialisers_write_their_values()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Values(init.zeros_(empty(2, 2))), Is.EqualTo(new[] { 0f, 0, 0, 0 }));
            Assert.That(Values(init.ones_(empty(2, 2))), Is.EqualTo(new[] { 1f, 1, 1, 1 }));
            Assert.That(Values(init.constant_(empty(2, 2), 2.5)), Is.EqualTo(new[] { 2.5f, 2.5f, 2.5f, 2.5f }));
            Assert.That(Values(init.eye_(empty(2, 3))), Is.EqualTo(new[] { 1f, 0, 0, 0, 1, 0 }));
            Assert.That(Values(init.dirac_(empty(2, 2, 3))), Is.EqualTo(new[] { 0f, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0 }));
        });
    }

    [Test]
    public void Uniform_fills_its_range() => AssertUniform(init.uniform_(_weight, -0.5, 1.5), -0.5, 1.5);

    [Test]
    public void Normal_has_its_mean_and_deviation() => AssertNormal(init.normal_(_weight, 2, 0.3), 2, 0.3);

    [Test]
    public void Truncated_normal_stays_within_its_bounds()
    {
        var values = Values(init.trunc_normal_(_weight, 0, 1, -0.8, 1.2));
        Assert.That(values, Is.All.InRange(-0.8f, 1.2f));
    }

    [Test]
    public void Xavier_uniform_depends_on_both_fans()
    {
        var bound = 2 * Math.Sqrt(6.0 / (Rows + Columns));
        AssertUniform(init.xavier_uniform_(_weight, gain: 2), -bound, bound);
    }

    [Test]
    public void Xavier_normal_depends_on_both_fans() =>
        AssertNormal(init.xavier_normal_(_weight), 0, Math.Sqrt(2.0 / (Rows + Columns)));

    [Test]
    public void Kaiming_uniform_depends_on_the_fan_in_and_the_slope()
    {
        var bound = Math.Sqrt(2 / (1 + 5.0)) * Math.Sqrt(3.0 / Columns);
        AssertUniform(init.kaiming_uniform_(_weight, a: Math.Sqrt(5)), -bound, bound);
    }

    [Test]
    public void Kaiming_normal_may_depend_on_the_fan_out() =>
        AssertNormal(init.kaiming_normal_(_weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU), 0, Math.Sqrt(2.0 / Rows));

    [Test]
    public void Orthogonal_rows_are_orthonormal()
    {
        var weight = init.orthogonal_(empty(5, 8));
        Assert.That(Difference.Largest(weight.matmul(weight.t()), eye(5)), Is.LessThan(1e-5));
    }

    [Test]
    public void The_fans_of_a_convolution_count_its_window() =>
        Assert.That(init.CalculateFanInAndFanOut(empty([6L, 4, 3, 5])), Is.EqualTo((4L * 15, 6L * 15)));

    [Test]
    public void Gains_are_those_of_the_literature()
    {
        Assert.Multiple(() =>
        {
            Assert.That(init.calculate_gain(init.NonlinearityType.Linear), Is.EqualTo(1));
            Assert.That(init.calculate_gain(init.NonlinearityType.Tanh), Is.EqualTo(5.0 / 3).Within(1e-12));
            Assert.That(init.calculate_gain(init.NonlinearityType.ReLU), Is.EqualTo(Math.Sqrt(2)).Within(1e-12));
            Assert.That(init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2), Is.EqualTo(Math.Sqrt(2 / 1.04)).Within(1e-12));
        });
    }

    private static void AssertUniform(Tensor tensor, double low, double high)
    {
        var values = Values(tensor);
        var width = high - low;

        // With 60,000 values the extremes lie within a thousandth of the ends, and the mean within five of its standard errors.
        Assert.That(values.Min(), Is.InRange(low - 1e-6, low + width / 1000));
        Assert.That(values.Max(), Is.InRange(high - width / 1000, high + 1e-6));
        Assert.That(values.Average(), Is.EqualTo((low + high) / 2).Within(5 * width / Math.Sqrt(12 * Count)));
    }

    private static void AssertNormal(Tensor tensor, double mean, double deviation)
    {
        var values = Values(tensor).Select(value => (double)value).ToArray();
        var average = values.Average();
        var spread = Math.Sqrt(values.Sum(value => (value - average) * (value - average)) / (Count - 1));

        // Five standard errors of the two estimates.
        Assert.That(average, Is.EqualTo(mean).Within(5 * deviation / Math.Sqrt(Count)));
        Assert.That(spread, Is.EqualTo(deviation).Within(5 * deviation / Math.Sqrt(2 * Count)));
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
