using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps whose size follows the sizes of earlier steps (Zeiler, arXiv 1212.5701).</summary>
public class Adadelta : OptimizerHelper
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="rho">The decay rate of the running means.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="maximize">Whether to step with the gradient.</param>
    public Adadelta(
        IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0.0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="Adadelta(IEnumerable{Parameter}, double, double, double, double, bool)"/>
    public Adadelta(
        IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0.0,
        bool maximize = false)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize,
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
        var (rho, eps) = (options.rho!.Value, options.eps!.Value);
        state.step++;
        if (options.weight_decay!.Value is var decay and not 0)
            gradient = gradient.add(parameter, decay);
        state.square_avg.mul_(rho).addcmul_(gradient, gradient, 1 - rho);
        var delta = state.acc_delta.add(eps).sqrt_().div_(state.square_avg.add(eps).sqrt_()).mul_(gradient);
        parameter.add_(delta, -options.LearningRate!.Value);
        state.acc_delta.mul_(rho).addcmul_(delta, delta, 1 - rho);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running means.</summary>
        public double? rho;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>The factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether to step with the gradient.</summary>
        public bool? maximize;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref rho);
            exchange.Value(ref eps);
            exchange.Value(ref weight_decay);
            exchange.Value(ref maximize);
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
            IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0.0,
            bool maximize = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize,
                })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The running mean of squared gradients.</summary>
        public Tensor square_avg = null!;

        /// <summary>The running mean of squared steps.</summary>
        public Tensor acc_delta = null!;

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
            square_avg = Zeros();
            acc_delta = Zeros();
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref square_avg);
            exchange.Required(ref acc_delta);
        }
    }
}
