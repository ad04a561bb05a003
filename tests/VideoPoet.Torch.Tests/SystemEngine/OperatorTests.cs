using TorchSharp.Interop;

namespace VideoPoet.Torch.Tests.SystemEngine;

public sealed class OperatorTests
{
    [Test]
    public void An_operator_that_libtorch_lacks_fails_with_its_name() => Assert.That(
        () => new Operator("scaled_dot_product_flash", "v9").Invoke(1L),
        Throws.InstanceOf<NotSupportedException>().With.Message.Contains("aten::scaled_dot_product_flash.v9").And.Message.Contains("1.13"));

    [Test]
    public void An_argument_of_the_wrong_kind_is_named()
    {
        using var tensor = ones(1);
        Assert.That(
            () => new Operator("sum", "dim_IntList").Invoke(tensor, tensor),
            Throws.ArgumentException.With.Message.Contains("aten::sum.dim_IntList").And.Message.Contains("'dim'"));
    }

    [Test]
    public void A_missing_required_argument_is_named()
    {
        using var tensor = ones(1);
        Assert.Multiple(() =>
        {
            Assert.That(
                () => new Operator("add", "Tensor").Invoke(tensor, Argument.None),
                Throws.ArgumentNullException.With.Message.Contains("'other'"));
            Assert.That(() => new Operator("add", "Tensor").Invoke(tensor), Throws.ArgumentException.With.Message.Contains("'other'"));
        });
    }

    [Test]
    public void Long_lists_reach_native_code_whole()
    {
        using var scope = NewDisposeScope();
        var parts = Enumerable.Range(0, 20_000).Select(i => full(1, i)).ToArray();

        var joined = new Operator("cat").Invoke(parts, 0L);

        Assert.That(joined.sum().ToInt64(), Is.EqualTo(20_000L * 19_999 / 2));
    }

    // Lists lie in a ring of 64 KiB: one of 8 bytes after the other reaches its end, where an empty one must have room too.
    [Test]
    public void Empty_lists_fit_wherever_the_one_before_ended() => Assert.That(
        () =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                empty(1).Dispose();
                empty([]).Dispose();
            }
        },
        Throws.Nothing);
}
