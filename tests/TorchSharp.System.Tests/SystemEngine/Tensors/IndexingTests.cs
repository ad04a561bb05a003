namespace VideoPoet.Engines.Tests.Tensors;

// Here values are assigned as in PyTorch, and a step of zero, which ends the process over the package, is an exception.
public sealed partial class IndexingTests
{
    [Test]
    public void A_value_may_have_more_dimensions_of_size_one()
    {
        var cube = Cube();

        cube[2, 3] = full([1, 1, 5], 9, int64);

        Assert.That(Elements(cube[2, 3]), Is.All.EqualTo(9));
    }

    [Test]
    public void Wrong_indices_are_named() => Assert.Multiple(() =>
    {
        Assert.That(() => Cube()[0, 0, 0, 0], Throws.ArgumentException.With.Message.Contains("4").And.Message.Contains("3"));
        Assert.That(() => Cube()[0, 4], Throws.Exception.With.Message.Contains("4"));
        Assert.That(() => Cube()[TensorIndex.Slice(step: 0)], Throws.ArgumentException.With.Message.Contains("step"));
        Assert.That(() => Cube()[TensorIndex.Tensor(ones(2))], Throws.Exception.With.Message.Contains("indices"));
        Assert.That(() => { Tensor _ = TensorIndex.Colon; }, Throws.InvalidOperationException);
    });
}
