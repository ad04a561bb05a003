using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps by the gradient over the root of the mean of squares.</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">The decay rate of the mean of squared gradients.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="momentum">The share of the old direction in the new one.</param>
    /// <param name="centered">Whether the mean of gradients is taken off the mean of squares.</param>
    /// <param name="maximize">Whether to step with the gradient.</param>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0.0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0.0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum,
                centered = centered, maximize = maximize,
            },
            parameters)
    {
    }

    /// <summary>The share of the old direction in the new one, for groups that leave it open.</summary>
    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null) => Update<Options, State>(closure, options => options.maximize!.Value, Update);

    internal override OptimizerOptions NewOptions() => new Options();

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        var (alpha, momentum, rate) = (options.alpha!.Value, options.momentum!.Value, options.LearningRate!.Value);
        state.step++;
        if (options.weight_decay!.Value is var decay and not 0)
            gradient = gradient.add(parameter, decay);
        state.square_avg.mul_(alpha).addcmul_(gradient, gradient, 1 - alpha);
        var variance = state.square_avg;
        if (options.centered!.Value)
        {
            var mean = state.grad_avg!.mul_(alpha).add_(gradient, 1 - alpha);
            variance = variance.addcmul(mean, mean, -1);
        }
        var denominator = variance.sqrt().add_(options.eps!.Value);
        if (momentum > 0)
            parameter.add_(state.momentum_buffer!.mul_(momentum).addcdiv_(gradient, denominator, 1), -rate);
        else
            parameter.addcdiv_(gradient, denominator, -rate);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Whether to step with the gradient.</summary>
        public bool? maximize;

        /// <summary>The share of the old direction in the new one.</summary>
        public double? momentum;

        /// <summary>The decay rate of the mean of squared gradients.</summary>
        public double? alpha;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>The factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the mean of gradients is taken off the mean of squares.</summary>
        public bool? centered;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref maximize);
            exchange.Value(ref momentum);
            exchange.Value(ref alpha);
            exchange.Value(ref eps);
            exchange.Value(ref weight_decay);
            exchange.Value(ref centered);
        }
    }

    /// <summary>Parameters that the optimiser treats alike.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0.0,
            double momentum = 0.0, bool centered = false, bool maximize = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered,
                    maximize = maximize,
                })
        {
        }

        /// <summary>The share of the old direction in the new one.</summary>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The running mean of squared gradients.</summary>
        public Tensor square_avg = null!;

        /// <summary>The running sum of directions.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The running mean of gradients.</summary>
        public Tensor? grad_avg;

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
            momentum_buffer = Zeros();
            grad_avg = Zeros();
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref square_avg);
            exchange.Optional(ref momentum_buffer);
            exchange.Optional(ref grad_avg);
        }
    }
}
