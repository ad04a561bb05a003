using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam that rectifies the variance of its first steps (Liu et al., arXiv 1908.03265).</summary>
public class RAdam : OptimizerHelper, optim.IBetas
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the mean of gradients.</param>
    /// <param name="beta2">The decay rate of the mean of squared gradients.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    public RAdam(
        IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0.0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="RAdam(IEnumerable{Parameter}, double, double, double, double, double)"/>
    public RAdam(
        IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0.0)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay,
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
    public override Tensor step(Func<Tensor>? closure = null) => Update<Options, State>(closure, options => false, Update);

    internal override OptimizerOptions NewOptions() => new Options();

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        state.step++;
        if (options.weight_decay!.Value is var decay and not 0)
            gradient = gradient.add(parameter, decay);
        state.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var rate = options.LearningRate!.Value / (1 - Math.Pow(beta1, state.step));
        var correction = 1 - Math.Pow(beta2, state.step);
        // The length of the simple moving average that the running mean of squares is like, at most and now.
        var longest = 2 / (1 - beta2) - 1;
        var length = longest - 2 * state.step * Math.Pow(beta2, state.step) / correction;
        if (length <= 5)
        {
            parameter.add_(state.exp_avg, -rate);
            return;
        }
        var rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        var denominator = state.exp_avg_sq.sqrt().add_(options.eps!.Value);
        parameter.addcdiv_(state.exp_avg, denominator, -rate * Math.Sqrt(correction) * rectification);
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

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref beta1);
            exchange.Value(ref beta2);
            exchange.Value(ref eps);
            exchange.Value(ref weight_decay);
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
            IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0.0)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay,
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
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref exp_avg);
            exchange.Required(ref exp_avg_sq);
        }
    }
}
