using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps by the gradient over the root of the sum of squares so far.</summary>
public class Adagrad : OptimizerHelper
{
    /// <summary>An optimiser of one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lr_decay">How fast the learning rate falls with the steps.</param>
    /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="initial_accumulator_value">What the sum starts from.</param>
    /// <param name="eps">Added to the denominator.</param>
    public Adagrad(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0.0, double weight_decay = 0.0,
        double initial_accumulator_value = 0.0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    /// <summary>An optimiser of several groups of parameters; the options are for what groups leave open.</summary>
    /// <inheritdoc cref="Adagrad(IEnumerable{Parameter}, double, double, double, double, double)"/>
    public Adagrad(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0.0, double weight_decay = 0.0,
        double initial_accumulator_value = 0.0, double eps = 1e-10)
        : base(
            new Options
            {
                LearningRate = lr, InitialLearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value, eps = eps,
            },
            parameters)
    {
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null) => Update<Options, State>(closure, options => false, Update);

    internal override OptimizerOptions NewOptions() => new Options();

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static void Update(Parameter parameter, Tensor gradient, Options options, State state)
    {
        if (options.weight_decay!.Value is var decay and not 0)
            gradient = gradient.add(parameter, decay);
        var rate = options.LearningRate!.Value / (1 + state.step++ * options.lr_decay!.Value);
        var denominator = state.sum.addcmul_(gradient, gradient, 1).sqrt().add_(options.eps!.Value);
        parameter.addcdiv_(gradient, denominator, -rate);
    }

    /// <summary>The options of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the learning rate falls with the steps.</summary>
        public double? lr_decay;

        /// <summary>What the sum starts from.</summary>
        public double? initial_accumulator_value;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>The factor of the parameter that is added to its gradient.</summary>
        public double? weight_decay;

        internal override void Exchange(OptionExchange exchange)
        {
            exchange.Value(ref lr_decay);
            exchange.Value(ref initial_accumulator_value);
            exchange.Value(ref eps);
            exchange.Value(ref weight_decay);
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
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0.0, double weight_decay = 0.0,
            double initial_accumulator_value = 0.0, double eps = 1e-10)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
                    initial_accumulator_value = initial_accumulator_value, eps = eps,
                })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The sum of squared gradients.</summary>
        public Tensor sum = null!;

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
            sum = Zeros().fill_(((Options)options).initial_accumulator_value!.Value);
        }

        /// <summary>Disposes the tensors.</summary>
        public void Dispose() => DisposeTensors();

        internal override void Exchange(StateExchange exchange)
        {
            exchange.Number(ref step);
            exchange.Required(ref sum);
        }
    }
}
