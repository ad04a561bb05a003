namespace VideoPoet.Engines.Tests.Tensors;

// Mistakes are exceptions that say what is wrong; the package ends the process when a backward pass that is written in .NET fails.
public sealed partial class CustomFunctionTests
{
    [Test]
    public void An_exception_in_backward_reaches_the_caller()
    {
        var x = ones(2, requires_grad: true);

        Assert.That(
            () => Failing.apply(x, false).sum().backward(),
            Throws.Exception.With.InnerException.TypeOf<FormatException>().And.Message.Contains("backward is broken"));
    }

    [Test]
    public void A_saved_tensor_that_was_changed_is_refused()
    {
        var x = ones(2, requires_grad: true);
        var inside = x * 2;
        var y = Power.apply(inside, 2);

        inside.add_(1);

        Assert.That(() => y.sum().backward(), Throws.Exception.With.InnerException.Message.Contains("inplace"));
    }

    [Test]
    public void A_freed_graph_is_refused()
    {
        var x = ones(2, requires_grad: true);
        var y = Power.apply(x, 2).sum();

        y.backward();

        Assert.That(() => y.backward(), Throws.Exception.With.Message.Contains("second time"));
    }

    [Test]
    public void A_wrong_number_of_gradients_is_named() => Assert.That(
        () => TooMany.apply(ones(2, requires_grad: true)).sum().backward(),
        Throws.Exception.With.Message.Contains(nameof(TooMany)).And.Message.Contains("2"));

    [Test]
    public void Saved_tensors_cannot_be_read_outside_backward() => Assert.That(() => Peeking.apply(ones(1)), Throws.InvalidOperationException);

    private sealed class TooMany : autograd.SingleTensorFunction<TooMany>
    {
        public override string Name => nameof(TooMany);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output, grad_output];
    }

    private sealed class Peeking : autograd.SingleTensorFunction<Peeking>
    {
        public override string Name => nameof(Peeking);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ctx.get_saved_variables()[0];

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output];
    }
}
