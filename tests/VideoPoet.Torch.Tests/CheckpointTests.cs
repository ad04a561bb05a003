using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace VideoPoet.Torch.Tests;

public sealed class CheckpointTests
{
    [Test]
    public void Gradients_are_those_of_the_plain_run()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var input = randn(3, 8, requires_grad: true);
        var plain = Gradients(network, input, () => network.call(input));

        var checkpointed = Gradients(network, input, () => Checkpoint.Run(network.call, input, network.parameters()));

        Assert.That(checkpointed.Zip(plain).All(pair => pair.First.Equals(pair.Second)), Is.True);
    }

    [Test]
    public void Parameters_get_gradients_when_the_input_needs_none()
    {
        using var scope = NewDisposeScope();
        using var network = Network();

        Checkpoint.Run(network.call, randn(3, 8), network.parameters()).sum().backward();

        Assert.That(network.parameters().All(parameter => parameter.grad is not null), Is.True);
    }

    [Test]
    public void Dropout_draws_the_same_numbers_the_second_time()
    {
        using var scope = NewDisposeScope();
        using var dropout = Dropout(0.5);
        var input = ones(1_000, requires_grad: true);

        var output = Checkpoint.Run(dropout.call, input, []);
        output.sum().backward();

        Assert.That(input.grad!.Equals(output.detach()), Is.True, "for an input of ones, output and gradient are the same mask");
    }

    [Test]
    public void The_random_sequence_goes_on_as_if_nothing_was_computed_twice()
    {
        using var scope = NewDisposeScope();
        using var dropout = Dropout(0.5);
        var input = ones(10, requires_grad: true);
        manual_seed(5);
        Checkpoint.Run(dropout.call, input, []).sum().backward();
        var after = rand(4);
        manual_seed(5);
        dropout.call(input).sum().backward();

        Assert.That(after.Equals(rand(4)), Is.True);
    }

    [Test]
    public void Autocast_is_on_the_second_time_when_it_was_the_first_time()
    {
        using var scope = NewDisposeScope();
        var types = new List<ScalarType>();
        var weight = new Parameter(randn(8, 8));
        Tensor Body(Tensor x)
        {
            var y = functional.linear(x, weight);
            types.Add(y.dtype);
            return y;
        }
        Tensor output;
        using (TorchRuntime.Current.Autocast(DeviceType.CPU))
            output = Checkpoint.Run(Body, randn(2, 8), [weight]);

        output.sum().backward();

        Assert.That(types, Is.EqualTo(new[] { bfloat16, bfloat16 }));
    }

    [Test]
    public void Gradients_are_those_of_the_plain_run_wherever_the_autocast_region_ends([Values] bool endsBeforeBackward)
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var input = randn(3, 8, requires_grad: true);
        var plain = Under(() => network.call(input));

        var checkpointed = Under(() => Checkpoint.Run(network.call, input, network.parameters()));
        // Plain and checkpointed at once: neither takes the weights that the other has converted.
        var mixed = Under(() => Checkpoint.Run(network.call, input, network.parameters()) + network.call(input));
        var twice = Under(() => network.call(input) + network.call(input));

        Assert.That(checkpointed.Zip(plain).All(pair => pair.First.Equals(pair.Second)), Is.True);
        Assert.That(mixed.Zip(twice).All(pair => pair.First.allclose(pair.Second, rtol: 2e-2, atol: 1e-2)), Is.True, "bf16 has 8 bits");

        List<Tensor> Under(Func<Tensor> run)
        {
            var region = TorchRuntime.Current.Autocast(DeviceType.CPU);
            try
            {
                return Gradients(network, input, () =>
                {
                    var output = run();
                    if (endsBeforeBackward)
                        region.Dispose();
                    return output;
                });
            }
            finally
            {
                region.Dispose();
            }
        }
    }

    [Test]
    public void Activations_are_not_kept()
    {
        using var scope = NewDisposeScope();
        const int Depth = 8;
        const long Bytes = 256L * 1024 * sizeof(float);
        var input = randn(256, 1024, requires_grad: true);
        Tensor Deep(Tensor x)
        {
            for (var i = 0; i < Depth; i++)
                x = x.tanh();
            return x;
        }
        long Kept(Func<Tensor> run)
        {
            using var inner = NewDisposeScope();
            var before = TorchRuntime.Current.Memory(CPU)!.Allocated;
            var output = inner.DisposeEverythingBut(run());
            return TorchRuntime.Current.Memory(CPU)!.Allocated - before;
        }
        if (TorchRuntime.Current.Memory(CPU) is null)
            Assert.Ignore("This engine has no memory figures for the CPU.");

        Assert.Multiple(() =>
        {
            Assert.That(Kept(() => Deep(input)), Is.GreaterThanOrEqualTo(Depth * Bytes));
            Assert.That(Kept(() => Checkpoint.Run(Deep, input, [])), Is.LessThan(2 * Bytes));
        });
    }

    [Test]
    public void Several_inputs_and_outputs_keep_their_order()
    {
        using var scope = NewDisposeScope();
        Tensor a = ones(2, requires_grad: true), b = ones(2, requires_grad: true);

        var outputs = Checkpoint.Run(inputs => [inputs[0] * 2, inputs[0] * inputs[1] * 3], [a, b], []);
        (outputs[0].sum() + outputs[1].sum()).backward();

        Assert.Multiple(() =>
        {
            Assert.That(a.grad!.data<float>().ToArray(), Is.EqualTo(new[] { 5f, 5f }));
            Assert.That(b.grad!.data<float>().ToArray(), Is.EqualTo(new[] { 3f, 3f }));
        });
    }

    private static Sequential Network() => Sequential(Linear(8, 16), GELU(), Linear(16, 4));

    private static List<Tensor> Gradients(Module network, Tensor input, Func<Tensor> run)
    {
        network.zero_grad();
        input.grad = null;
        run().square().sum().backward();
        return [input.grad!, .. network.parameters().Select(parameter => parameter.grad!.clone())];
    }
}
