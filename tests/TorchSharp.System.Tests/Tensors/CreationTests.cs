namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Which type, shape and elements creation functions give.</summary>
public sealed partial class CreationTests : ScopedTests
{
    [TearDown]
    public void Restore_the_defaults()
    {
        set_default_dtype(float32);
        set_default_device(CPU);
    }

    [Test]
    public void Sizes_without_a_type_are_single_precision() => Assert.That(
        new[] { zeros(2), ones(2, 3), empty(1, 2, 3), rand(1, 2, 3, 4), randn([5, 1]) }.Select(made => made.dtype),
        Is.All.EqualTo(float32));

    [Test]
    public void A_range_of_integers_is_made_of_64_bit_integers()
    {
        var range = arange(2, 11, 3);

        Assert.Multiple(() =>
        {
            Assert.That(range.dtype, Is.EqualTo(int64));
            Assert.That(range.data<long>().ToArray(), Is.EqualTo(new[] { 2L, 5, 8 }));
            Assert.That(arange(0, 1, 0.25).dtype, Is.EqualTo(float32));
            Assert.That(arange(3, dtype: float64).data<double>().ToArray(), Is.EqualTo(new[] { 0.0, 1, 2 }));
        });
    }

    [Test]
    public void An_array_keeps_its_type_shape_and_order()
    {
        var matrix = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });

        Assert.Multiple(() =>
        {
            Assert.That(matrix.dtype, Is.EqualTo(int32));
            Assert.That(matrix.shape, Is.EqualTo(new[] { 2L, 3 }));
            Assert.That(matrix.data<int>().ToNDArray(), Is.EqualTo(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
            Assert.That(tensor(new[] { true, false }).dtype, Is.EqualTo(@bool));
            Assert.That(tensor(new[] { (Half)1.5f }).item<Half>(), Is.EqualTo((Half)1.5f));
            Assert.That(tensor(new[] { new BFloat16(1.5f) }).item<BFloat16>().ToSingle(), Is.EqualTo(1.5f));
            Assert.That(tensor(new double[2, 1, 1, 3]).shape, Is.EqualTo(new[] { 2L, 1, 1, 3 }));
        });
    }

    [Test]
    public void A_list_takes_the_sizes_that_are_given()
    {
        IList<float> numbers = new List<float> { 1, 2, 3, 4, 5, 6 };

        Assert.Multiple(() =>
        {
            Assert.That(tensor(numbers).shape, Is.EqualTo(new[] { 6L }));
            Assert.That(tensor(numbers, 2, 3)[1, 0].item<float>(), Is.EqualTo(4));
            Assert.That(tensor(numbers, [3, 2], int64).data<long>().ToArray(), Is.EqualTo(new[] { 1L, 2, 3, 4, 5, 6 }));
            Assert.That(() => tensor(numbers, 2, 4), Throws.ArgumentException.With.Message.Contains("8").And.Message.Contains("6"));
        });
    }

    [Test]
    public void Tensors_like_others_take_over_what_is_not_said()
    {
        var like = zeros([2, 3], int16);

        Assert.Multiple(() =>
        {
            Assert.That(ones_like(like).dtype, Is.EqualTo(int16));
            Assert.That(rand_like(like, float64).shape, Is.EqualTo(like.shape));
            Assert.That(like.full_like(4)[1, 2].item<short>(), Is.EqualTo(4));
            Assert.That(like.new_zeros(5).dtype, Is.EqualTo(int16));
            Assert.That(like.new_full(1, 2, 9, float32)[0, 1].item<float>(), Is.EqualTo(9));
        });
    }

    [Test]
    public void A_tensor_can_record_gradients_from_the_start() => Assert.Multiple(() =>
    {
        Assert.That(zeros(2, requires_grad: true).requires_grad, Is.True);
        Assert.That(tensor(new[] { 1f }, requires_grad: true).is_leaf, Is.True);
        Assert.That(() => zeros(2, dtype: int32, requires_grad: true), Throws.Exception.With.Message.Contains("floating"));
    });

    [Test]
    public void A_device_that_is_not_there_is_refused() =>
        Assert.That(() => zeros(2, device: MPS), Throws.InvalidOperationException.With.Message.Contains("MPS"));

    [Test]
    public void Limits_of_floating_point_types_are_those_of_their_bits() => Assert.Multiple(() =>
    {
        Assert.That(finfo(float32).max, Is.EqualTo(float.MaxValue));
        Assert.That(finfo(float64).max, Is.EqualTo(double.MaxValue));
        Assert.That(finfo(float16).max, Is.EqualTo((double)Half.MaxValue));
        Assert.That(finfo(bfloat16).min, Is.EqualTo((double)BFloat16.MinValue.ToSingle()));
        Assert.That(finfo().eps, Is.EqualTo(Math.Pow(2, -23)));
        Assert.That(() => finfo(int64), Throws.ArgumentException);
    });
}
