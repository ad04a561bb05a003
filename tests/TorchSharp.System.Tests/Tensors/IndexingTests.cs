namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Indices, against the same picks made element by element.</summary>
public sealed partial class IndexingTests : ScopedTests
{
    private static readonly long[] s_shape = [3, 4, 5];

    private static Tensor Cube() => arange(60).reshape(s_shape);

    private static long[] Pick(params IEnumerable<int>[] positions) =>
        [.. from i in positions[0] from j in positions[1] from k in positions[2] select (i * 4L + j) * 5 + k];

    private static IEnumerable<int> All(int dimension) => Enumerable.Range(0, (int)s_shape[dimension]);

    private static long[] Elements(Tensor tensor) => tensor.contiguous().data<long>().ToArray();

    [Test]
    public void Positions_take_slices_and_elements() => Assert.Multiple(() =>
    {
        Assert.That(Elements(Cube()[1]), Is.EqualTo(Pick([1], All(1), All(2))));
        Assert.That(Elements(Cube()[-1, 2]), Is.EqualTo(Pick([2], [2], All(2))));
        Assert.That(Cube()[2, -1, 3].item<long>(), Is.EqualTo(58));
        Assert.That(Cube()[new long[] { 0, 1 }].shape, Is.EqualTo(new[] { 5L }));
        Assert.That(arange(64).reshape(2, 2, 2, 2, 2, 2)[1, 0, 1, 0, 1, 1].item<long>(), Is.EqualTo(0b101011));
    });

    // What is made on the way and has the same elements as the result is freed, and not the result.
    [Test]
    public void A_range_before_a_whole_dimension_gives_a_living_view() => Assert.That(Elements(Cube()[1.., ..]), Is.EqualTo(Pick([1, 2], All(1), All(2))));

    [Test]
    public void An_empty_range_has_no_elements() =>
        Assert.That(Cube()[TensorIndex.Ellipsis, TensorIndex.Slice(-2, 2)].shape, Is.EqualTo(new[] { 3L, 4, 0 }));

    [Test]
    public void Ranges_take_every_so_many_elements(
        [Values(null, 0, 1, -4)] int? start, [Values(null, 2, 4, -1, 9)] int? stop, [Values(1, 2, 3)] int step)
    {
        int from = Wrapped(start ?? 0), to = Math.Min(Wrapped(stop ?? 5), 5);
        var expected = Enumerable.Range(0, 5).Where(k => k >= from && k < to && (k - from) % step == 0).ToArray();

        var taken = Cube()[TensorIndex.Ellipsis, TensorIndex.Slice(start, stop, step)];

        Assert.That(Elements(taken), Is.EqualTo(Pick(All(0), All(1), expected)));

        static int Wrapped(int position) => position < 0 ? position + 5 : position;
    }

    [Test]
    public void Ranges_of_the_language_mean_the_same() => Assert.Multiple(() =>
    {
        Assert.That(Elements(Cube()[1.., ..^1, ^2..]), Is.EqualTo(Pick([1, 2], [0, 1, 2], [3, 4])));
        Assert.That(Elements(Cube()[^1, (1, 3), TensorIndex.Colon]), Is.EqualTo(Pick([2], [1, 2], All(2))));
        Assert.That(Elements(Cube()[TensorIndex.Single(0), TensorIndex.Null]), Is.EqualTo(Pick([0], All(1), All(2))));
    });

    [Test]
    public void New_dimensions_and_truth_values_stand_between_others() => Assert.Multiple(() =>
    {
        Assert.That(Cube()[TensorIndex.None, 1, TensorIndex.Ellipsis, TensorIndex.None].shape, Is.EqualTo(new[] { 1L, 4, 5, 1 }));
        Assert.That(Cube()[TensorIndex.Bool(true)].shape, Is.EqualTo(new[] { 1L, 3, 4, 5 }));
        Assert.That(Cube()[TensorIndex.Bool(false)].shape, Is.EqualTo(new[] { 0L, 3, 4, 5 }));
    });

    [Test]
    public void Tensors_of_positions_take_slices_in_any_order()
    {
        var order = tensor(new long[] { 2, 0, 2 });

        Assert.Multiple(() =>
        {
            Assert.That(Elements(Cube()[order]), Is.EqualTo(Pick([2, 0, 2], All(1), All(2))));
            Assert.That(Elements(Cube()[.., .., TensorIndex.Tensor(order)]), Is.EqualTo(Pick(All(0), All(1), [2, 0, 2])));
            Assert.That(
                Elements(Cube()[order, order]),
                Is.EqualTo((long[])[.. Pick([2], [2], All(2)), .. Pick([0], [0], All(2)), .. Pick([2], [2], All(2))]));
            Assert.That(Elements(Cube()[TensorIndex.Tensor(tensor(1L)), 0]), Is.EqualTo(Pick([1], [0], All(2))));
        });
    }

    [Test]
    public void Masks_take_the_elements_where_they_hold()
    {
        var even = Cube() % 2 == 0;

        Assert.Multiple(() =>
        {
            Assert.That(Elements(Cube()[even]), Is.EqualTo(Enumerable.Range(0, 30).Select(i => 2L * i)));
            Assert.That(Cube()[tensor(new[] { true, false, true })].shape, Is.EqualTo(new[] { 2L, 4, 5 }));
            Assert.That(() => Cube()[tensor(new[] { true, false })], Throws.Exception.With.Message.Contains("mask"));
        });
    }

    [Test]
    public void Slices_share_memory_and_picks_do_not()
    {
        var cube = Cube();

        cube[1, 1..3].fill_(-1);
        cube[tensor(new long[] { 0 })].fill_(-2);

        Assert.Multiple(() =>
        {
            Assert.That(Elements(cube[1, 1..3]), Is.All.EqualTo(-1));
            Assert.That(Elements(cube[0]), Is.EqualTo(Pick([0], All(1), All(2))));
        });
    }

    [Test]
    public void Assignments_reach_the_place_and_nothing_else()
    {
        var cube = Cube();
        var expected = Pick(All(0), All(1), All(2));

        cube[1, 2, 3] = 100L;
        expected[33] = 100;
        cube[0, TensorIndex.Slice(step: 2)] = tensor(new long[] { -1, -2, -3, -4, -5 });
        foreach (var j in new[] { 0, 2 })
            for (var k = 0; k < 5; k++)
                expected[j * 5 + k] = -1 - k;
        cube[cube > 50] = 7L;
        expected = [.. expected.Select(value => value > 50 ? 7 : value)];

        Assert.That(Elements(cube), Is.EqualTo(expected));
    }

    [Test]
    public void Adding_at_positions_counts_each_occurrence()
    {
        var sums = zeros(3, dtype: int64);

        sums.index_put_(ones(4, dtype: int64), [tensor(new long[] { 0, 2, 2, 2 })], accumulate: true);

        Assert.That(Elements(sums), Is.EqualTo(new[] { 1L, 0, 3 }));
    }

    [Test]
    public void A_number_can_be_put_at_picked_positions()
    {
        var vector = zeros(4);

        vector.index_put_((Scalar)2.5, tensor(new long[] { 1, 3 }));
        vector.index_put_((Scalar)1, TensorIndex.Slice(0, 1));

        Assert.That(vector.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 2.5f, 0, 2.5f }));
    }

    [Test]
    public void Gradients_flow_through_indices()
    {
        var x = ones([3, 4], requires_grad: true);

        (x[1, 1..3].sum() + 2 * x[tensor(new long[] { 0, 0 })].sum()).backward();

        Assert.That(x.grad!.data<float>().ToArray(), Is.EqualTo(new[] { 4f, 4, 4, 4, 0, 1, 1, 0, 0, 0, 0, 0 }));
    }

    [Test]
    public void Indexing_leaves_nothing_behind()
    {
        var cube = Cube();
        var mask = cube > 3;
        var value = tensor(5L);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (cube[1, TensorIndex.None, 1..3, TensorIndex.Bool(true)])
        using (cube[mask])
        {
            cube[0, 1..2, 2] = value;
            cube[mask] = value;
        }

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }
}
