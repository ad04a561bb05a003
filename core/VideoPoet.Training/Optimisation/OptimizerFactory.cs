using TorchSharp.Modules;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Makes the optimiser that a recipe names: weight matrices decay, biases and scales do not.</summary>
internal static class OptimizerFactory
{
    public static OptimizerHelper Create(OptimizerSpec spec, IReadOnlyList<Parameter> parameters)
    {
        var groups = new[]
        {
            (Parameters: parameters.Where(parameter => parameter.dim() >= 2).ToList(), Decay: spec.WeightDecay),
            (Parameters: parameters.Where(parameter => parameter.dim() < 2).ToList(), Decay: 0.0),
        };
        // Of many processes, one may have no share of the parameters.
        var used = groups.Where(group => group.Parameters.Count > 0).DefaultIfEmpty(groups[0]);
        return spec.Kind switch
        {
            OptimizerKind.AdamW => AdamW(spec, used),
            OptimizerKind.Adafactor => Adafactor(spec, [.. used]),
            var kind => throw new ArgumentException($"there is no optimiser '{kind}'.", nameof(spec)),
        };
    }

    /// <summary>How many numbers an optimiser keeps of parameters.</summary>
    public static long NumbersKept(OptimizerKind kind, IEnumerable<Parameter> parameters) => kind switch
    {
        OptimizerKind.AdamW => parameters.Sum(parameter => 2 * parameter.numel()),
        OptimizerKind.Adafactor => parameters.Sum(parameter => parameter.dim() < 2
            ? parameter.numel()
            : parameter.numel() / parameter.shape[^1] + parameter.numel() / parameter.shape[^2]),
        _ => throw new ArgumentException($"there is no optimiser '{kind}'.", nameof(kind)),
    };

    private static AdamW AdamW(OptimizerSpec spec, IEnumerable<(List<Parameter> Parameters, double Decay)> groups) => optim.AdamW(
        groups.Select(group => new AdamW.ParamGroup(
            group.Parameters, spec.LearningRate, spec.Beta1, spec.Beta2, spec.Epsilon, weight_decay: group.Decay)),
        spec.LearningRate, spec.Beta1, spec.Beta2, spec.Epsilon);

    // The recipe's beta1 and epsilon are AdamW's; Adafactor keeps no first moment and has floors of its own.
    private static Adafactor Adafactor(OptimizerSpec spec, IReadOnlyList<(List<Parameter> Parameters, double Decay)> groups)
    {
        var optimizer = new Adafactor(groups[0].Parameters, spec.LearningRate, weightDecay: groups[0].Decay);
        foreach (var (parameters, decay) in groups.Skip(1))
            optimizer.add_param_group(new ParamGroup<AdafactorOptions>(parameters, Options(spec, decay)));
        return optimizer;
    }

    private static AdafactorOptions Options(OptimizerSpec spec, double decay) => new()
    {
        LearningRate = spec.LearningRate,
        InitialLearningRate = spec.LearningRate,
        Decay = -0.8,
        ClipThreshold = 1,
        WeightDecay = decay,
    };
}
