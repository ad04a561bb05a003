namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Which type, shape and elements creation functions give.</summary>
public sealed class CreationTests : ScopedTests
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
    public void The_default_type_reaches_every_creation_function()
    {
        set_default_dtype(float64);

        Assert.That(
            new[] { zeros(2), full(2, 7), eye(2), linspace(0, 1, 3), arange(0.5, 2), hann_window(4), normal(0, 1, [2]) }.Select(made => made.dtype),
            Is.All.EqualTo(float64));
    }

    [Test]
    public void The_default_type_must_be_a_floating_point_type() =>
        Assert.That(() => set_default_dtype(int32), Throws.ArgumentException.With.Message.Contains("Int32"));

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
    public void A_missing_array_is_named() => Assert.That(() => tensor((float[])null!), Throws.ArgumentNullException);

    [Test]
    public void A_number_has_no_dimensions()
    {
        Tensor number = 3;

        Assert.Multiple(() =>
        {
            Assert.That(number.shape, Is.Empty);
            Assert.That(number.dtype, Is.EqualTo(int32));
            Assert.That(tensor(2.5).dtype, Is.EqualTo(float64));
            Assert.That(tensor(2.5f).dtype, Is.EqualTo(float32));
            Assert.That(tensor(7L, float16).dtype, Is.EqualTo(float16));
            Assert.That(2.5f.ToTensor(requires_grad: true).requires_grad, Is.True);
            Assert.That(() => 2.ToTensor(requires_grad: true), Throws.ArgumentException.With.Message.Contains("Int32"));
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
    public void Names_of_dimensions_are_refused() =>
        Assert.That(() => zeros([2], names: ["batch"]), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("batch"));

    [Test]
    public void A_device_that_is_not_there_is_refused() =>
        Assert.That(() => zeros(2, device: MPS), Throws.InvalidOperationException.With.Message.Contains("MPS"));

    [Test]
    public void Shapes_broadcast_as_tensors_do()
    {
        var common = broadcast_shapes([3, 1], [2, 1, 4], [1]);

        Assert.Multiple(() =>
        {
            Assert.That(common.Shape, Is.EqualTo((zeros(3, 1) + zeros(2, 1, 4) + zeros(1)).shape));
            Assert.That(() => broadcast_shapes([2], [3]), Throws.ArgumentException.With.Message.Contains("[2] and [3]"));
        });
    }

    [Test]
    public void Sizes_compare_and_join_by_value()
    {
        Size size = (2, 3);

        Assert.Multiple(() =>
        {
            Assert.That(size == new Size([2L, 3]), Is.True);
            Assert.That((size + new Size(4)).Shape, Is.EqualTo(new[] { 2L, 3, 4 }));
            Assert.That(new Size([1L, 2, 3, 4]).Slice(1, -1).Shape, Is.EqualTo(new[] { 2L, 3 }));
            Assert.That(size.numel(), Is.EqualTo(6));
            Assert.That(default(Size).IsScalar, Is.True);
        });
    }

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
