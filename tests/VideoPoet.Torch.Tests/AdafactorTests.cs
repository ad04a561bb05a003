using TorchSharp.Modules;
using VideoPoet.Torch.Tests.Reference;

namespace VideoPoet.Torch.Tests;

public sealed class AdafactorTests
{
    // Six steps of size 0.01 in single precision against double precision.
    private const double Tolerance = 2e-6;

    [Test]
    public void A_matrix_follows_the_paper() => Follows("matrix", parameter => new Adafactor([parameter], 1e-2));

    [Test]
    public void A_vector_follows_the_paper() => Follows("vector", parameter => new Adafactor([parameter], 1e-2));

    [Test]
    public void A_first_moment_and_weight_decay_follow_the_paper() =>
        Follows("kernel", parameter => new Adafactor([parameter], 1e-2, beta1: 0.9, weightDecay: 0.1));

    [Test]
    public void Steps_in_proportion_to_the_parameter_follow_the_paper() =>
        Follows("scaled", parameter => new Adafactor([parameter], 1e-2, clipThreshold: 0.5, scaleByParameter: true));

    [Test]
    public void A_saved_state_goes_on_where_it_stopped()
    {
        using var parameter = ReferenceTensors.ReadParameter("adafactor/kernel/start");
        using var gradients = ReferenceTensors.Read("adafactor/kernel/gradients");
        Adafactor Make() => new([parameter], 1e-2, beta1: 0.9, weightDecay: 0.1);
        using var stream = new MemoryStream();
        using (var first = Make())
        {
            Steps(first, parameter, gradients, 0, 3);
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            first.save_state_dict(writer);
        }
        stream.Position = 0;
        using var second = Make();
        second.load_state_dict(new BinaryReader(stream));

        Steps(second, parameter, gradients, 3, 6);

        Assert.That(ReferenceTensors.Difference(parameter, "adafactor/kernel/end"), Is.LessThan(Tolerance));
    }

    [Test]
    public void The_moments_of_a_matrix_need_a_row_and_a_column()
    {
        using var parameter = new Parameter(randn(512, 256));
        using var optimiser = new Adafactor([parameter]);
        using var gradients = randn(1, 512, 256);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Steps(optimiser, parameter, gradients, 0, 1);

        var added = DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
        Assert.That(added, Is.EqualTo(1), "the gradient; moments were made at the start, temporaries are gone");
        using var stream = new MemoryStream();
        optimiser.save_state_dict(new BinaryWriter(stream));
        Assert.That(stream.Length, Is.LessThan((512 + 256) * sizeof(float) + 256));
    }

    [Test]
    public void A_negative_learning_rate_is_refused() =>
        Assert.That(() => new Adafactor([], learningRate: -1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static void Follows(string name, Func<Parameter, Adafactor> make)
    {
        using var parameter = ReferenceTensors.ReadParameter($"adafactor/{name}/start");
        using var gradients = ReferenceTensors.Read($"adafactor/{name}/gradients");
        using var optimiser = make(parameter);

        Steps(optimiser, parameter, gradients, 0, 6);

        Assert.That(ReferenceTensors.Difference(parameter, $"adafactor/{name}/end"), Is.LessThan(Tolerance));
    }

    private static void Steps(Adafactor optimiser, Parameter parameter, Tensor gradients, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            using (var scope = NewDisposeScope())
                parameter.grad = gradients[step].clone();
            optimiser.step();
        }
        parameter.grad?.DetachFromDisposeScope();
    }
}
