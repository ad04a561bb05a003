using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

public sealed class IndexPermutationTests
{
    [Test]
    public void Every_number_comes_once_whatever_the_count([Values(1, 2, 3, 4, 5, 16, 17, 63, 64, 65, 1_000, 4_097)] int count)
    {
        var order = new IndexPermutation(key: 11, count);

        var numbers = Enumerable.Range(0, count).Select(place => order.At(place)).Order();
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(0, count).Select(number => (long)number)));
    }

    [Test]
    public void Keys_give_orders_that_have_nothing_in_common()
    {
        var orders = new Dictionary<string, int>();
        for (var key = 0; key < 24_000; key++)
        {
            var order = new IndexPermutation(key, 4);
            var numbers = string.Join(' ', Enumerable.Range(0, 4).Select(place => order.At(place)));
            orders[numbers] = orders.GetValueOrDefault(numbers) + 1;
        }

        // All orders of four, each within six standard deviations of a binomial of 24,000 draws at 1/24.
        Assert.That(orders, Has.Count.EqualTo(24));
        Assert.That(orders.Values, Has.All.EqualTo(1_000).Within(186));
    }

    [Test]
    public void A_place_outside_is_refused()
    {
        Assert.That(() => new IndexPermutation(1, 5).At(5), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new IndexPermutation(1, 5).At(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
