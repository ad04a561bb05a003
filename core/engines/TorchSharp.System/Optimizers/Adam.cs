using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps by the mean of gradients over the root of the mean of squares (Kingma and Ba, arXiv 1412.6980).</summary>
public class Adam : OptimizerHelper, optim.IBetas
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the mean of gradients.</param>
    /// <param name="beta2">The decay rate of the mean of squared gradients.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether the largest mean of squares so far is used.</param>
    /// <param name="maximize">Whether to step with the gradient.</param>
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay,
                amsgrad = amsgrad, maximize = maximize,
            },
            parameters)
    {
    }

    /// <summary>The decay rates of the moments, for groups that leave them open.</summary>
    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null) => Update<Options, State>(closure, options => options.maximize!.Value, Update);

    internal override OptimizerOptions NewOptions() => new Options();

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        if (options.weight_decay!.Value is var decay and not 0)
            gradient = gradient.add(parameter, decay);
        var moments = new AdamMoments(state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq);
        moments.Step(parameter, gradient, ++state.step, options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the mean of gradients.</summary>
        public double? beta1;

        /// <summary>The decay rate of the mean of squared gradients.</summary>
        public double? beta2;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>The factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the largest mean of squares so far is used.</summary>
        public bool? amsgrad;

        /// <summary>Whether to step with the gradient.</summary>
        public bool? maximize;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref beta1);
            exchange.Value(ref beta2);
            exchange.Value(ref eps);
            exchange.Value(ref weight_decay);
            exchange.Value(ref amsgrad);
            exchange.Value(ref maximize);
        }
    }

    /// <summary>Parameters that the optimiser treats alike.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad,
                    maximize = maximize,
                })
        {
        }

        /// <summary>The decay rates of the moments.</summary>
        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The running mean of gradients.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The running mean of squared gradients.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest running mean of squared gradients so far; null without amsgrad.</summary>
        public Tensor? max_exp_avg_sq;

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
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
            max_exp_avg_sq = ((Options)options).amsgrad!.Value ? Zeros() : null;
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref exp_avg);
            exchange.Required(ref exp_avg_sq);
            exchange.Optional(ref max_exp_avg_sq);
        }
    }
}
