namespace VideoPoet.Engines.Tests.Tensors;

// Here sizes are values, the default type reaches every function, and a mistake is named.
public sealed partial class CreationTests
{
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
    public void Names_of_dimensions_are_refused() =>
        Assert.That(() => zeros([2], names: ["batch"]), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("batch"));

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
    public void The_default_type_must_be_a_floating_point_type() =>
        Assert.That(() => set_default_dtype(int32), Throws.ArgumentException.With.Message.Contains("Int32"));

    [Test]
    public void The_default_type_reaches_every_creation_function()
    {
        set_default_dtype(float64);

        Assert.That(
            new[] { zeros(2), full(2, 7), eye(2), linspace(0, 1, 3), arange(0.5, 2), hann_window(4), normal(0, 1, [2]) }.Select(made => made.dtype),
            Is.All.EqualTo(float64));
    }
}
