using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Specs;
using VideoPoet.Training.Distributed;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>One update of parameters from a loss: gradients, their limit, the learning rate of the step, the optimiser.</summary>
/// <remarks>
/// A loss or a gradient that is not finite, a loss that <see cref="OptimizerSpec.SpikeAbove"/> calls a spike, or a gradient above
/// <see cref="OptimizerSpec.SkipAbove"/>, changes nothing: the update is left out and counted by <see cref="Figures"/>. Gradients are absent, not
/// zero, before each backward pass, so that a parameter without one is not changed. Of several processes, each computes the gradient of its share of
/// the loss; all of them update by the sum.
/// </remarks>
public sealed class ParameterUpdate : IDisposable
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly OptimizerSpec _optimizer;
    private readonly ScheduleSpec _schedule;
    private readonly long _steps;
    private readonly SharedUpdate? _shared;
    private bool _skipped;

    /// <summary>Makes the optimiser.</summary>
    /// <param name="parameters">What is updated, in an order that is always the same; those that need no gradient are left out.</param>
    /// <param name="optimizer">How gradients become updates.</param>
    /// <param name="schedule">How the learning rate changes.</param>
    /// <param name="steps">The steps of the run.</param>
    /// <param name="kinds">The kinds of losses, each with a running mean of its own.</param>
    /// <param name="parallel">The processes that train together, with the same parameters in the same order; null for one alone.</param>
    /// <exception cref="ArgumentException">No parameter needs a gradient.</exception>
    public ParameterUpdate(
        IEnumerable<(string name, Parameter parameter)> parameters, OptimizerSpec optimizer, ScheduleSpec schedule, long steps, int kinds = 1,
        DataParallel? parallel = null)
    {
        _parameters = [.. parameters.Select(entry => entry.parameter).Where(parameter => parameter.requires_grad)];
        if (_parameters.Count == 0)
            throw new ArgumentException("there is no parameter that needs a gradient.", nameof(parameters));
        (_optimizer, _schedule, _steps) = (optimizer, schedule, steps);
        _shared = parallel is { Size: > 1 } ? new(parallel, _parameters, some => OptimizerFactory.Create(optimizer, some)) : null;
        Optimizer = _shared?.Optimizer ?? OptimizerFactory.Create(optimizer, _parameters);
        State = _shared is null ? new WholeOptimizerState(Optimizer) : _shared.State;
        Guard = optimizer.SpikeAbove is { } above ? new(above, kinds) : null;
    }

    /// <summary>The optimiser; of several processes that share the work, each has its own for its share of the parameters.</summary>
    public OptimizerHelper Optimizer { get; }

    /// <summary>What the optimisers of all processes remember, for checkpoints.</summary>
    public IOptimizerState State { get; }

    /// <summary>What knows the running mean of losses, for checkpoints; null when spikes are not looked for.</summary>
    public SpikeGuard? Guard { get; }

    /// <summary>The norm of the last gradient before it was limited; NaN when the loss was not finite.</summary>
    public double GradientNorm { get; private set; }

    /// <summary>The learning rate of the last update.</summary>
    public double LearningRate { get; private set; }

    /// <summary>What a step reports of its update: the gradient's norm if there is one, the learning rate, and whether it was left out.</summary>
    public IEnumerable<Figure> Figures
    {
        get
        {
            if (double.IsFinite(GradientNorm))
                yield return new("gradient_norm", GradientNorm);
            yield return new("learning_rate", LearningRate);
            if (_skipped)
                yield return new(Figure.SkippedUpdates, 1);
        }
    }

    /// <summary>Takes all gradients away; a backward pass that is not made by <see cref="Apply(Tensor, long, double?)"/> starts with it.</summary>
    public void ClearGradients()
    {
        using var silent = no_grad();
        foreach (var parameter in _parameters)
        {
            using var gradient = parameter.grad;
            if (gradient is not null)
                parameter.grad = null;
        }
    }

    /// <summary>Updates the parameters by the gradient of a loss.</summary>
    /// <param name="loss">One number; of several processes, the loss is the sum of theirs.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="highest">The highest learning rate of the schedule; the optimiser's when null.</param>
    /// <returns>Whether the parameters were updated.</returns>
    public bool Apply(Tensor loss, long step, double? highest = null)
    {
        ClearGradients();
        if (IsHarmful(_shared?.Sum(loss.ToDouble()) ?? loss.ToDouble()))
            return LeaveOut(step, highest);

        BeforeLastBackward();
        loss.backward();
        CompleteGradients();
        return Apply(step, highest);
    }

    /// <summary>
    /// Says that the next backward pass is the last one before <see cref="CompleteGradients"/>, so that several processes can add its gradients up
    /// while it goes on. Without it they do so afterwards, with the same result.
    /// </summary>
    public void BeforeLastBackward() => _shared?.Gradients.BeginWithNextPass();

    /// <summary>
    /// Makes the gradients those of all processes, once after the last backward pass. What else the processes do together in a step follows it and
    /// comes before the update: nothing has changed then, should one of them be lost.
    /// </summary>
    public void CompleteGradients() => _shared?.Gradients.Complete();

    /// <summary>Whether a loss is not finite or a spike; it is taken into the running mean, which is kept when the update ends.</summary>
    /// <param name="loss">The loss; of several processes, the same for all.</param>
    /// <param name="kind">Its kind, from 0.</param>
    public bool IsHarmful(double loss, int kind = 0) => !double.IsFinite(loss) || Guard?.IsSpike(loss, kind) == true;

    /// <summary>Leaves the update of a step out, and takes the gradients away.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="highest">The highest learning rate of the schedule; the optimiser's when null.</param>
    /// <returns>False: the parameters were not updated.</returns>
    public bool LeaveOut(long step, double? highest = null)
    {
        LearningRate = Training.LearningRate.At(_schedule, highest ?? _optimizer.LearningRate, step, _steps);
        return End(double.NaN, isApplied: false);
    }

    /// <summary>Updates the parameters by the gradients that are there, those of all processes, and takes them away.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="highest">The highest learning rate of the schedule; the optimiser's when null.</param>
    /// <returns>Whether the parameters were updated.</returns>
    public bool Apply(long step, double? highest = null)
    {
        LearningRate = Training.LearningRate.At(_schedule, highest ?? _optimizer.LearningRate, step, _steps);
        var norm = nn.utils.clip_grad_norm_(_parameters, _optimizer.ClipNorm);
        norm = _shared?.Agree(norm) ?? norm;
        if (!double.IsFinite(norm) || norm > _optimizer.SkipAbove)
            return End(norm, isApplied: false);

        foreach (var group in Optimizer.ParamGroups)
            group.LearningRate = LearningRate;
        using (var scope = NewDisposeScope())
            Optimizer.step();
        _shared?.Spread();
        return End(norm, isApplied: true);
    }

    /// <summary>Disposes the optimiser; the parameters live on.</summary>
    public void Dispose()
    {
        _shared?.Dispose();
        Optimizer.Dispose();
        Guard?.Dispose();
    }

    private bool End(double norm, bool isApplied)
    {
        ClearGradients();
        Guard?.Keep();
        (GradientNorm, _skipped) = (norm, !isApplied);
        return isApplied;
    }
}
