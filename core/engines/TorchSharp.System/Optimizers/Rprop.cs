using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps by the sign of the gradient; each element's size grows while the sign stays (Riedmiller and Braun, 1993).</summary>
public class Rprop : OptimizerHelper
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="etaminus">The factor of the size when the sign changes.</param>
    /// <param name="etaplus">The factor of the size while the sign stays.</param>
    /// <param name="min_step">The smallest size.</param>
    /// <param name="max_step">The largest size.</param>
    /// <param name="maximize">Whether to step with the gradient.</param>
    public Rprop(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
        double max_step = 50.0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
    public Rprop(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
        double max_step = 50.0, bool maximize = false)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step,
                max_step = max_step, maximize = maximize,
            },
            parameters)
    {
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null) => Update<Options, State>(closure, options => options.maximize!.Value, Update);

    internal override OptimizerOptions NewOptions() => new Options();

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        state.step++;
        var agreement = gradient.mul(state.prev);
        var (stays, changes) = (agreement.gt(0), agreement.lt(0));
        var factor = ones_like(agreement).masked_fill_(stays, options.etaplus!.Value).masked_fill_(changes, options.etaminus!.Value);
        state.step_size.mul_(factor).clamp_(options.min_step!.Value, options.max_step!.Value);
        state.prev.copy_(gradient).masked_fill_(changes, 0);
        parameter.addcmul_(state.prev.sign(), state.step_size, -1);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Whether to step with the gradient.</summary>
        public bool? maximize;

        /// <summary>The factor of the size when the sign changes.</summary>
        public double? etaminus;

        /// <summary>The factor of the size while the sign stays.</summary>
        public double? etaplus;

        /// <summary>The smallest size.</summary>
        public double? min_step;

        /// <summary>The largest size.</summary>
        public double? max_step;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref maximize);
            exchange.Value(ref etaminus);
            exchange.Value(ref etaplus);
            exchange.Value(ref min_step);
            exchange.Value(ref max_step);
        }
    }

    /// <summary>Parameters that the optimiser treats alike.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        /// <summary>An empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group with options.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>A group with options.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
            double max_step = 50.0, bool maximize = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step,
                    maximize = maximize,
                })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The last gradient; 0 where the sign had changed.</summary>
        public Tensor prev = null!;

        /// <summary>The sizes.</summary>
        public Tensor step_size = null!;

        /// <summary>Nothing remembered yet.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            DisposeTensors();
            step = 0;
            prev = Zeros();
            step_size = Zeros().fill_(options.LearningRate!.Value);
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref prev);
            exchange.Required(ref step_size);
        }
    }
}
