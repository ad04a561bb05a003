using System.Runtime.InteropServices;
using static TorchSharp.torch.nn;

namespace VideoPoet.Engines.Tests.Errors;

/// <summary>What a mistake answers: a .NET exception with libtorch's words, never a crash.</summary>
public sealed class BadInputTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Open_a_scope() => _scope = NewDisposeScope();

    [TearDown]
    public void Close_the_scope() => _scope.Dispose();

    [Test]
    public void A_matrix_product_of_different_types_names_both() => Assert.That(
        () => ones(2, 2).mm(ones(2, 2, dtype: float64)),
        Throws.InstanceOf<ExternalException>().With.Message.Match("(?i)float").And.Message.Match("(?i)double"));

    [Test]
    public void A_matrix_product_of_shapes_that_do_not_fit_names_both() => Assert.That(
        () => ones(2, 3).mm(ones(4, 5)),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("2x3").And.Message.Contains("4x5"));

    [Test]
    public void Shapes_that_do_not_broadcast_are_named() => Assert.That(
        () => ones(2, 3) + ones(2, 4),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("3").And.Message.Contains("4"));

    [Test]
    public void A_convolution_with_the_wrong_number_of_channels_names_it() => Assert.That(
        () => functional.conv2d(ones(1, 3, 8, 8), ones(4, 2, 3, 3)),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("channels"));

    [Test]
    public void An_index_outside_the_dimension_is_named() => Assert.That(
        () => ones(2, 3).select(1, 7),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("7"));

    [Test]
    public void A_view_of_another_number_of_elements_is_named() => Assert.That(
        () => ones(2, 3).view(7),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("[7]"));

    [Test]
    public void A_device_that_is_not_there_is_named()
    {
        if (cuda.is_available())
            Assert.Ignore("This machine has a CUDA device.");
        Assert.That(() => ones(2).to("cuda:0"), Throws.Exception.With.Message.Match("(?i)cuda"));
    }

    [Test]
    public void Tensors_on_different_devices_are_named() => Assert.That(
        () => ones(2, 2) + ones(new long[] { 2, 2 }, device: META),
        Throws.Exception.With.Message.Match("(?i)meta"));

    [Test]
    public void A_disposed_tensor_says_so()
    {
        var tensor = ones(2);
        tensor.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(() => tensor + 1, Throws.InstanceOf<InvalidOperationException>());
            Assert.That(() => ones(2).add(tensor), Throws.InstanceOf<InvalidOperationException>());
            Assert.That(() => tensor.shape, Throws.InstanceOf<InvalidOperationException>());
            Assert.That(() => cat([ones(2), tensor]), Throws.InstanceOf<InvalidOperationException>());
        });
    }

    [Test]
    public void A_tensor_whose_scope_has_ended_says_so()
    {
        Tensor tensor;
        using (NewDisposeScope())
            tensor = ones(2);

        Assert.That(() => tensor.sum(), Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public void A_gradient_of_several_elements_needs_a_vector() => Assert.That(
        () => (ones(3, requires_grad: true) * 2).backward(),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("scalar"));

    [Test]
    public void A_second_backward_pass_through_a_freed_graph_says_so()
    {
        var loss = ones(3, requires_grad: true).square().sum();
        loss.backward();

        Assert.That(loss.backward, Throws.InstanceOf<ExternalException>().With.Message.Contains("second time"));
    }

    [Test]
    public void A_change_of_a_leaf_that_needs_gradients_is_refused() => Assert.That(
        () => ones(3, requires_grad: true).add_(1),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("leaf"));

    [Test]
    public void More_memory_than_there_is_is_refused() => Assert.That(
        () => empty(1L << 60),
        Throws.InstanceOf<ExternalException>().With.Message.Match("(?i)memory|overflow|size"));

    [Test]
    public void A_class_outside_the_range_is_named() => Assert.That(
        () => functional.cross_entropy(ones(2, 3), tensor(new long[] { 0, 5 })),
        Throws.InstanceOf<ExternalException>().With.Message.Contains("5"));

    [Test]
    public void The_engine_works_after_a_failure()
    {
        Assert.That(() => ones(2, 3).mm(ones(4, 5)), Throws.InstanceOf<ExternalException>());
        Assert.That(ones(2, 3).sum().ToSingle(), Is.EqualTo(6));
    }
}
