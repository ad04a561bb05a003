namespace VideoPoet.Engines.Tests.Tensors;

/// <summary>Functions whose backward pass is written in .NET.</summary>
public sealed partial class CustomFunctionTests : ScopedTests
{
    [Test]
    public void The_gradient_is_what_backward_returns()
    {
        var x = tensor(new[] { 1f, 2, 3 }, requires_grad: true);

        Power.apply(x, 3).sum().backward();

        Assert.That(x.grad!.data<float>().ToArray(), Is.EqualTo(new[] { 3f, 12, 27 }));
    }

    [Test]
    public void Higher_derivatives_go_through_backward()
    {
        var x = tensor(new[] { 1f, 2 }, requires_grad: true);

        var first = autograd.grad([Power.apply(x, 3).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];

        Assert.That(second.data<float>().ToArray(), Is.EqualTo(new[] { 6f, 12 }));
    }

    [Test]
    public void Forward_is_not_recorded_and_its_result_is()
    {
        var x = ones(2, requires_grad: true);

        var y = Power.apply(x, 2);

        Assert.Multiple(() =>
        {
            Assert.That(Power.RecordedInside, Is.False);
            Assert.That(y.requires_grad, Is.True);
            Assert.That(Power.apply(ones(2), 2).requires_grad, Is.False);
            using (no_grad())
                Assert.That(Power.apply(x, 2).requires_grad, Is.False);
        });
    }

    [Test]
    public void Several_outputs_have_gradients_of_their_own()
    {
        var a = tensor(2f, requires_grad: true);
        var b = tensor(5f, requires_grad: true);

        var outputs = SumAndProduct.apply(a, b);
        (outputs[0] + 10 * outputs[1]).backward();

        Assert.Multiple(() =>
        {
            Assert.That(a.grad!.item<float>(), Is.EqualTo(1 + 10 * 5));
            Assert.That(b.grad!.item<float>(), Is.EqualTo(1 + 10 * 2));
        });
    }

    [Test]
    public void A_missing_gradient_arrives_as_zeros()
    {
        var a = tensor(2f, requires_grad: true);

        SumAndProduct.apply(a, tensor(5f))[0].backward();

        Assert.That(a.grad!.item<float>(), Is.EqualTo(1));
    }

    [Test]
    public void A_function_works_inside_a_larger_graph()
    {
        var x = randn([4, 3], requires_grad: true, generator: new Generator(1));

        (Power.apply(x.exp(), 2) * 3).mean().backward();
        var custom = x.grad!.clone();
        x.grad = null;
        (x.exp().square() * 3).mean().backward();

        Assert.That(custom.allclose(x.grad!), Is.True);
    }

    [Test]
    public void An_exception_in_forward_reaches_the_caller() =>
        Assert.That(() => Failing.apply(ones(2, requires_grad: true), true), Throws.TypeOf<FormatException>());

    [Test]
    public void Nothing_is_left_when_the_graph_goes()
    {
        Train();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var step = 0; step < 50; step++)
            Train();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));

        static void Train()
        {
            using var scope = NewDisposeScope();
            var x = ones(8, requires_grad: true);
            (Power.apply(x, 3) + SumAndProduct.apply(x, x)[1]).sum().backward();
        }
    }

    [Test]
    public void A_graph_that_is_never_run_frees_its_function()
    {
        var held = Forget();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.That(held.IsAlive, Is.False);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Forget()
        {
            using var scope = NewDisposeScope();
            var data = new object();
            Keeping.apply(ones(1, requires_grad: true), data);
            return new WeakReference(data);
        }
    }

    [Test]
    public void Anomaly_detection_names_a_gradient_that_is_no_number()
    {
        var x = zeros(1, requires_grad: true);

        using (autograd.detect_anomaly())
        {
            Assert.That(AnomalyMode.IsEnabled, Is.True);
            Assert.That(() => (x.sqrt() * 0).sum().backward(), Throws.Exception.With.Message.Contains("nan"));
        }
        Assert.That(AnomalyMode.IsEnabled, Is.False);
    }

    private sealed class Power : autograd.SingleTensorFunction<Power>
    {
        public static bool RecordedInside { get; private set; }

        public override string Name => nameof(Power);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("exponent", vars[1]);
            RecordedInside = is_grad_enabled();
            return x.pow((int)vars[1]);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var exponent = (int)ctx.get_data("exponent")!;
            return [exponent * ctx.get_saved_variables()[0].pow(exponent - 1) * grad_output, null!];
        }
    }

    private sealed class SumAndProduct : autograd.MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (a, b) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([a, b]);
            return [a + b, a * b];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            var saved = ctx.get_saved_variables();
            return [grad_outputs[0] + grad_outputs[1] * saved[1], grad_outputs[0] + grad_outputs[1] * saved[0]];
        }
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) =>
            (bool)vars[1] ? throw new FormatException("forward is broken") : ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new FormatException("backward is broken");
    }

    private sealed class Keeping : autograd.SingleTensorFunction<Keeping>
    {
        public override string Name => nameof(Keeping);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("kept", vars[1]);
            return ((Tensor)vars[0]).clone();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output, null!];
    }
}
