using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps against the gradient, or against a running sum of gradients.</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The share of the old direction in the new one.</param>
    /// <param name="dampening">The share of the gradient that is left out of the direction.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether the gradient is taken ahead of the momentum.</param>
    /// <param name="maximize">Whether to step with the gradient.</param>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay,
                nesterov = nesterov, maximize = maximize,
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
        var (momentum, decay) = (options.momentum!.Value, options.weight_decay!.Value);
        if (decay != 0)
            gradient = gradient.add(parameter, decay);
        var direction = gradient;
        if (momentum != 0)
        {
            if (state.momentum_buffer is { } buffer)
                buffer.mul_(momentum).add_(gradient, 1 - options.dampening!.Value);
            else
                state.momentum_buffer = gradient.clone().DetachFromDisposeScope();
            direction = options.nesterov!.Value ? gradient.add(state.momentum_buffer, momentum) : state.momentum_buffer;
        }
        parameter.add_(direction, -options.LearningRate!.Value);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the old direction in the new one.</summary>
        public double? momentum;

        /// <summary>The share of the gradient that is left out of the direction.</summary>
        public double? dampening;

        /// <summary>The factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the gradient is taken ahead of the momentum.</summary>
        public bool? nesterov;

        /// <summary>Whether to step with the gradient.</summary>
        public bool? maximize;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref momentum);
            exchange.Value(ref dampening);
            exchange.Value(ref weight_decay);
            exchange.Value(ref nesterov);
            exchange.Value(ref maximize);
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov,
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
        /// <summary>The running sum of gradients; null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>Nothing remembered yet.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => DisposeTensors();

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange) => exchange.Optional(ref momentum_buffer);
    }
}
