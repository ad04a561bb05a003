using TorchSharp.Modules;
using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>The losses of 200 training steps of two small networks, from the weights and data that PyTorch had.</summary>
internal static class TrainingCases
{
    private const int Steps = 200;

    /// <summary>A rounding difference of one step grows over the later ones; a curve is followed when it stays within this.</summary>
    private const double CurveTolerance = 1e-4;

    public static CaseTable Table => new("training", CurveTolerance)
    {
        {
            "perceptron",
            reference => Train(reference, Perceptron, p => optim.SGD(p, 0.05, momentum: 0.9), (y, target) => F.mse_loss(y, target))
        },
        {
            "convolutional",
            reference => Train(reference, Convolutional, p => optim.AdamW(p, 0.002, weight_decay: 0.01), (y, target) => F.cross_entropy(y, target))
        },
    };

    private static Sequential Perceptron() => nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 16), nn.GELU(), nn.Linear(16, 1));

    private static Sequential Convolutional() => nn.Sequential(
        nn.Conv2d(1, 8, 3, padding: 1), nn.GroupNorm(2, 8), nn.SiLU(),
        nn.Conv2d(8, 8, 3, stride: 2, padding: 1), nn.GroupNorm(4, 8), nn.SiLU(),
        nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(32, 4));

    private static Dictionary<string, Tensor> Train(
        ReferenceCase reference,
        Func<Sequential> makeNetwork,
        Func<IEnumerable<Parameter>, optim.Optimizer> makeOptimiser,
        Func<Tensor, Tensor, Tensor> lossFunction)
    {
        using var network = makeNetwork();
        network.load_state_dict(reference.State());
        using var optimiser = makeOptimiser(network.parameters());
        var (inputs, targets) = (reference.Read("in0"), reference.Read("in1"));
        var losses = new double[Steps];
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var loss = lossFunction(network.call(inputs), targets);
            loss.backward();
            optimiser.step();
            losses[step] = loss.item<float>();
        }

        return new() { ["out0"] = tensor(losses) };
    }
}
