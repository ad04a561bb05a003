using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>What optimisers remember, and how groups of parameters differ.</summary>
public sealed class OptimiserTests
{
    [Test]
    public void What_is_remembered_outlives_the_scope_of_a_step()
    {
        using var parameter = nn.Parameter(ones(3));
        using var optimiser = optim.Adam([parameter]);
        using (NewDisposeScope())
        {
            parameter.grad = ones(3);
            optimiser.step();
        }

        var state = (Adam.State)optimiser.state_dict().State.Single();

        Assert.That(state.step, Is.EqualTo(1));
        Assert.That(state.exp_avg.allclose(full(3, 0.1)), Is.True);
    }

    [Test]
    public void Momentum_outlives_the_scope_of_a_step()
    {
        using var parameter = nn.Parameter(zeros(1));
        using var optimiser = optim.SGD([parameter], 1, momentum: 0.5);
        for (var i = 0; i < 2; i++)
        {
            using var scope = NewDisposeScope();
            parameter.grad = ones(1);
            optimiser.step();
        }

        // 1, then 0.5 · 1 + 1.
        Assert.That(parameter.item<float>(), Is.EqualTo(-2.5f));
    }

    [Test]
    public void A_step_without_a_gradient_changes_nothing()
    {
        using var parameter = nn.Parameter(ones(3));
        using var optimiser = optim.AdamW([parameter], weight_decay: 0.5);

        optimiser.step();

        Assert.That(parameter.allclose(ones(3)), Is.True);
        Assert.That(((AdamW.State)optimiser.state_dict().State.Single()).step, Is.Zero);
    }

    [Test]
    public void Groups_have_options_of_their_own_and_take_the_rest_from_the_optimiser()
    {
        using var slow = nn.Parameter(zeros(1));
        using var fast = nn.Parameter(zeros(1));
        SGD.ParamGroup[] groups = [new([slow], new SGD.Options { LearningRate = 0.1 }), new([fast], new SGD.Options())];
        using var optimiser = optim.SGD(groups, 1.0);
        slow.grad = ones(1);
        fast.grad = ones(1);

        optimiser.step();

        Assert.That((slow.item<float>(), fast.item<float>()), Is.EqualTo((-0.1f, -1f)));
        Assert.That(optimiser.ParamGroups.Select(group => group.LearningRate), Is.EqualTo(new[] { 0.1, 1.0 }));
    }

    [Test]
    public void A_closure_computes_the_loss_first_and_the_step_returns_it()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(tensor(3f));
        using var optimiser = optim.SGD([parameter], 0.5);

        var loss = optimiser.step(() =>
        {
            var value = parameter.square();
            value.backward();
            return value;
        });

        Assert.That(loss.item<float>(), Is.EqualTo(9));
        Assert.That(parameter.item<float>(), Is.EqualTo(0));
    }

    [Test]
    public void Zeroing_gradients_keeps_them_as_zeros()
    {
        using var parameter = nn.Parameter(ones(2));
        using var optimiser = optim.SGD([parameter], 1);
        parameter.grad = ones(2);

        optimiser.zero_grad();

        using var gradient = parameter.grad;
        Assert.That(gradient?.count_nonzero().item<long>(), Is.Zero);
    }

    [Test]
    public void An_optimiser_goes_on_from_the_state_of_another() =>
        Resume((source, target) => target.load_state_dict(source.state_dict()));

    [Test]
    public void An_optimiser_goes_on_from_a_file() => Resume((source, target) =>
    {
        using var stream = new MemoryStream();
        source.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        target.load_state_dict(new BinaryReader(stream));
    });

    [Test]
    public void The_state_of_another_kind_of_optimiser_is_refused()
    {
        using var parameter = nn.Parameter(ones(2));
        using var adam = optim.Adam([parameter]);
        using var sgd = optim.SGD([parameter], 1);
        using var stream = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;

        Assert.That(() => sgd.load_state_dict(new BinaryReader(stream)), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void The_state_of_other_parameters_is_refused()
    {
        using var one = nn.Parameter(ones(2));
        using var other = nn.Parameter(ones(2));
        using var source = optim.Adam([one, other]);
        using var target = optim.Adam([one]);

        Assert.That(() => target.load_state_dict(source.state_dict()), Throws.ArgumentException);
    }

    [Test]
    public void Disposing_an_optimiser_frees_what_it_remembers_and_spares_the_parameters()
    {
        using var parameter = nn.Parameter(ones(3));
        var optimiser = optim.Adam([parameter], amsgrad: true);
        var state = (Adam.State)optimiser.state_dict().State.Single();

        optimiser.Dispose();

        Assert.That(state.exp_avg.IsInvalid && state.exp_avg_sq.IsInvalid, Is.True);
        Assert.That(parameter.IsInvalid, Is.False);
    }

    [Test]
    public void Clipping_returns_the_norm_before_and_scales_all_gradients_together()
    {
        using var scope = NewDisposeScope();
        var (first, second, without) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        first.grad = full(1, 3f);
        second.grad = full(1, 4f);

        var norm = nn.utils.clip_grad_norm_([first, second, without], 1);

        Assert.That(norm, Is.EqualTo(5).Within(1e-6));
        Assert.That(first.grad!.item<float>(), Is.EqualTo(0.6f).Within(1e-5f));
        Assert.That(without.grad, Is.Null);
    }

    [Test]
    public void Parameters_go_into_a_vector_and_back()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(2, 3);
        var vector = nn.utils.parameters_to_vector(linear.parameters()).detach();

        nn.utils.vector_to_parameters(vector * 2, linear.parameters());

        Assert.That(nn.utils.parameters_to_vector(linear.parameters()).allclose(vector * 2), Is.True);
        Assert.That(() => nn.utils.vector_to_parameters(zeros(2), linear.parameters()), Throws.Exception);
    }

    private static void Resume(Action<OptimizerHelper, OptimizerHelper> transfer)
    {
        using var scope = NewDisposeScope();
        var (one, other) = (nn.Parameter(ones(3)), nn.Parameter(ones(3)));
        using var source = optim.AdamW([one], 0.1, amsgrad: true);
        using var target = optim.AdamW([other], 0.7);
        Step(one, source, 1);
        using (no_grad())
            other.copy_(one);

        transfer(source, target);
        Step(one, source, -2);
        Step(other, target, -2);

        Assert.That(other.allclose(one), Is.True);
        Assert.That(target.ParamGroups.Single().LearningRate, Is.EqualTo(0.1));
        Assert.That(target.state_dict().State.Single().ApproximatelyEquals(source.state_dict().State.Single()), Is.True);
    }

    private static void Step(Parameter parameter, OptimizerHelper optimiser, double gradient)
    {
        parameter.grad = full_like(parameter, gradient);
        optimiser.step();
    }
}
