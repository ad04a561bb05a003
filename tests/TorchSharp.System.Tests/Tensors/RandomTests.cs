namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Random numbers that can be repeated.</summary>
public sealed partial class RandomTests : ScopedTests
{
    [Test]
    public void A_seed_repeats_the_sequence()
    {
        var first = Draw(7);
        var second = Draw(7);
        var other = Draw(8);

        Assert.Multiple(() =>
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
            Assert.That(initial_seed(), Is.EqualTo(8));
        });

        static float[] Draw(long seed)
        {
            manual_seed(seed);
            return cat([rand(5), randn(5), randint(0, 100, [5], float32), randperm(5, float32)]).data<float>().ToArray();
        }
    }

    [Test]
    public void A_saved_state_goes_on_where_it_was_taken()
    {
        manual_seed(3);
        _ = randn(17);
        var state = get_rng_state();
        var expected = randn(33);

        set_rng_state(state);

        Assert.That(randn(33).Equals(expected), Is.True);
    }

    [Test]
    public void A_generator_of_its_own_leaves_the_default_one_alone()
    {
        using var generator = new Generator(11);
        manual_seed(5);
        var expected = rand(4);
        manual_seed(5);

        var drawn = rand([4], generator: generator);
        var again = rand([4], generator: new Generator(11));

        Assert.Multiple(() =>
        {
            Assert.That(rand(4).Equals(expected), Is.True);
            Assert.That(again.Equals(drawn), Is.True);
        });
    }

    [Test]
    public void A_generator_state_is_restored()
    {
        using var generator = new Generator(1);
        using var state = generator.get_state();
        var expected = randn([9], generator: generator);

        generator.set_state(state);

        Assert.That(randn([9], generator: generator).Equals(expected), Is.True);
    }

    [Test]
    public void Multinomial_draws_repeat_with_the_seed_and_follow_the_weights()
    {
        var weights = tensor(new[,] { { 0f, 1, 0, 3 }, { 1, 0, 0, 0 } });

        var first = multinomial(weights, 200, true, new Generator(2));
        var second = weights.multinomial(200, true, new Generator(2));
        var frequent = (first[0] == 3).sum().ToInt32();

        Assert.Multiple(() =>
        {
            Assert.That(second.Equals(first), Is.True);
            Assert.That(first[0].data<long>(), Is.All.AnyOf(1L, 3L));
            Assert.That(first[1].data<long>(), Is.All.EqualTo(0));
            Assert.That(frequent, Is.InRange(120, 180)); // 150 expected, standard deviation 6
            Assert.That(() => multinomial(-weights, 2), Throws.Exception.With.Message.Contains("< 0"));
        });
    }

    [Test]
    public void Single_numbers_stay_in_their_range()
    {
        manual_seed(1);

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, 50).Select(_ => rand_float()), Is.All.InRange(0.0, 1.0));
            Assert.That(Enumerable.Range(0, 50).Select(_ => randint_int(3, 6)).Distinct(), Is.EquivalentTo(new[] { 3, 4, 5 }));
            Assert.That(Enumerable.Range(0, 50).Select(_ => randint_bool()).Distinct().Count(), Is.EqualTo(2));
        });
    }
}
