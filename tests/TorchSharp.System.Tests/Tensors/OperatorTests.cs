namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Operators of the language on tensors and numbers.</summary>
public sealed partial class OperatorTests : ScopedTests
{
    private static float[] Elements(Tensor tensor) => tensor.@float().data<float>().ToArray();

    [Test]
    public void Numbers_stand_on_either_side()
    {
        var x = tensor(new[] { 1f, 2, 4 });

        Assert.Multiple(() =>
        {
            Assert.That(Elements(10 - x), Is.EqualTo(new[] { 9f, 8, 6 }));
            Assert.That(Elements(x - 10L), Is.EqualTo(new[] { -9f, -8, -6 }));
            Assert.That(Elements(2.0 / x), Is.EqualTo(new[] { 2f, 1, 0.5f }));
            Assert.That(Elements(x / 2f), Is.EqualTo(new[] { 0.5f, 1, 2 }));
            Assert.That(Elements(3 + x * 2), Is.EqualTo(new[] { 5f, 7, 11 }));
            Assert.That(Elements((Scalar)3 * x), Is.EqualTo(new[] { 3f, 6, 12 }));
            Assert.That(Elements(-x % 3), Is.EqualTo(new[] { 2f, 1, 2 }));
        });
    }

    [Test]
    public void Numbers_do_not_widen_the_type() => Assert.Multiple(() =>
    {
        Assert.That((ones(2, dtype: float16) * 2.5).dtype, Is.EqualTo(float16));
        Assert.That((ones(2, dtype: int32) + 1L).dtype, Is.EqualTo(int32));
        Assert.That((ones(2, dtype: int32) + 1.5f).dtype, Is.EqualTo(float32));
        Assert.That((ones(2, dtype: int32) / 2).dtype, Is.EqualTo(float32));
    });

    [Test]
    public void Comparisons_give_truth_values()
    {
        var x = tensor(new[] { 1, 2, 3 });

        Assert.Multiple(() =>
        {
            Assert.That((x < 2).data<bool>().ToArray(), Is.EqualTo(new[] { true, false, false }));
            Assert.That((2 >= x).data<bool>().ToArray(), Is.EqualTo(new[] { true, true, false }));
            Assert.That((x == tensor(new[] { 3, 2, 1 })).data<bool>().ToArray(), Is.EqualTo(new[] { false, true, false }));
            Assert.That(((x != 2) & ~(x > 2)).data<bool>().ToArray(), Is.EqualTo(new[] { true, false, false }));
            Assert.That((x ^ 1 | x & 2).data<int>().ToArray(), Is.EqualTo(new[] { 1 ^ 1 | 1 & 2, 2 ^ 1 | 2 & 2, 3 ^ 1 | 3 & 2 }));
        });
    }

    [Test]
    public void Equals_compares_shape_and_elements() => Assert.Multiple(() =>
    {
        Assert.That(ones(2).Equals(ones(2)), Is.True);
        Assert.That(ones(2).Equals(ones(3)), Is.False);
        Assert.That(ones(2).Equals((object)zeros(2)), Is.False);
    });

    [Test]
    public void Forms_in_place_change_and_return_the_tensor()
    {
        var x = tensor(new[] { 1f, 4 });

        var returned = x.add_(2).mul_(x).sqrt_().clamp_(max: 5);

        Assert.Multiple(() =>
        {
            Assert.That(returned, Is.SameAs(x));
            Assert.That(Elements(x), Is.EqualTo(new[] { 3f, 5 }));
        });
    }

    [Test]
    public void A_single_element_converts_to_a_number() => Assert.Multiple(() =>
    {
        Assert.That((float)tensor(2.5), Is.EqualTo(2.5f));
        Assert.That((int)tensor(new[] { 7.9f }), Is.EqualTo(7));
        Assert.That((bool)tensor(0f), Is.False);
        Assert.That(tensor(new[] { 3 }).ToDouble(), Is.EqualTo(3));
        Assert.That(() => (float)ones(2), Throws.Exception);
    });

    [Test]
    public void Division_by_a_number_rounds_as_it_is_told()
    {
        var x = tensor(new[] { 7f, -7 });

        Assert.That(Elements(x.div(2)), Is.EqualTo(new[] { 3.5f, -3.5f }));
        Assert.That(Elements(x.div(2, RoundingMode.floor)), Is.EqualTo(new[] { 3f, -4 }));
    }
}
