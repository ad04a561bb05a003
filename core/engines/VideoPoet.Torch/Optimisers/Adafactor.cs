using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>
/// Adafactor (Shazeer and Stern, arXiv 1804.04235): second moments of a matrix are kept as one row and one column, so that the optimiser needs almost
/// no memory; updates are clipped by their root mean square, and may follow the scale of the parameter.
/// </summary>
public sealed class Adafactor : OptimizerHelper
{
    /// <summary>Makes an optimiser for one group of parameters.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The step size; relative to each parameter's root mean square when <paramref name="scaleByParameter"/>.</param>
    /// <param name="decay">Second moments forget by 1 − t^decay at step t; −0.8 in the paper.</param>
    /// <param name="beta1">The weight of the first moment; null keeps none, as in the paper's memory-saving form.</param>
    /// <param name="clipThreshold">The largest root mean square of an update.</param>
    /// <param name="weightDecay">Decoupled weight decay a step, times the learning rate.</param>
    /// <param name="scaleByParameter">Multiplies the step size by the parameter's root mean square, at least 1e-3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Adafactor(
        IEnumerable<Parameter> parameters, double learningRate = 1e-3, double decay = -0.8, double? beta1 = null, double clipThreshold = 1,
        double weightDecay = 0, bool scaleByParameter = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(learningRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 0);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clipThreshold);
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        var options = new AdafactorOptions
        {
            LearningRate = learningRate,
            InitialLearningRate = learningRate,
            Decay = decay,
            Beta1 = beta1,
            ClipThreshold = clipThreshold,
            WeightDecay = weightDecay,
            ScaleByParameter = scaleByParameter,
        };
        _defaults = options;
        _parameter_groups = [];
        add_param_group(new ParamGroup<AdafactorOptions>(parameters, options));
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= _defaults;
        base.add_param_group(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            var state = new AdafactorState(parameter);
            state.Initialize(param_group.Options);
            _state[parameter.Handle] = state;
        }
    }

    /// <summary>Changes every parameter that has a gradient.</summary>
    /// <param name="closure">Computes the loss once more; its result is returned.</param>
    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<AdafactorOptions>>(
        group =>
        {
            foreach (var parameter in group.Parameters)
            {
                using var scope = NewDisposeScope();
                if (parameter.grad is { } gradient)
                    ((AdafactorState)_state[parameter.Handle]).Update(gradient, group.Options, group.LearningRate);
            }
        },
        closure);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var (_, state) in _state)
                ((AdafactorState)state).Dispose();
        base.Dispose(disposing);
    }
}
