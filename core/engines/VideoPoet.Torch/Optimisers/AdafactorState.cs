using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>
/// What <see cref="Adafactor"/> remembers of one parameter: the number of steps and the moments. A parameter of two or more dimensions has the row and
/// column means of its squared gradients over the last two; any other has them whole.
/// </summary>
internal sealed class AdafactorState(Parameter parameter) : OptimizerState(parameter), IDisposable
{
    private const double GradientFloor = 1e-30;  // ε₁ of the paper: squared gradients are never zero
    private const double ParameterFloor = 1e-3;  // ε₂: small parameters still move

    private long _steps;
    private Tensor? _rows;
    private Tensor? _columns;
    private Tensor? _whole;
    private Tensor? _first;

    private bool IsFactored => _parameter.dim() >= 2;

    public override void Initialize(OptimizerOptions options)
    {
        Dispose();
        _steps = 0;
        var shape = _parameter.shape;
        if (IsFactored)
        {
            _rows = Zeros(shape[..^1]);
            _columns = Zeros([.. shape[..^2], shape[^1]]);
        }
        else
            _whole = Zeros(shape);
        if (((AdafactorOptions)options).Beta1 is not null)
            _first = Zeros(shape);
    }

    /// <summary>One step; the caller has recording off and owns the temporaries by a dispose scope.</summary>
    public void Update(Tensor gradient, AdafactorOptions options, double learningRate)
    {
        _steps++;
        var forget = Math.Pow(_steps, options.Decay);
        var squares = gradient.square().add_(GradientFloor);
        var update = gradient * (IsFactored ? FactoredScale(squares, forget) : WholeScale(squares, forget));
        update.div_((RootMeanSquare(update) / options.ClipThreshold).clamp_min(1));
        if (options.ScaleByParameter)
            update.mul_(RootMeanSquare(_parameter).clamp_min(ParameterFloor));
        if (options.Beta1 is { } beta1)
            update = Blend(_first!, update, 1 - beta1);
        if (options.WeightDecay != 0)
            _parameter.mul_(1 - options.WeightDecay * learningRate);
        _parameter.add_(update, alpha: -learningRate);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(_steps);
        foreach (var moment in Moments)
            SaveConditionalStateTensor(writer, moment);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        _steps = reader.ReadInt64();
        LoadConditionalStateTensor(reader, ref _rows, _parameter.device);
        LoadConditionalStateTensor(reader, ref _columns, _parameter.device);
        LoadConditionalStateTensor(reader, ref _whole, _parameter.device);
        LoadConditionalStateTensor(reader, ref _first, _parameter.device);
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var other = (AdafactorState)source;
        Dispose();
        _steps = other._steps;
        (_rows, _columns, _whole, _first) = (Copy(other._rows), Copy(other._columns), Copy(other._whole), Copy(other._first));
    }

    public override void to(Device device) =>
        (_rows, _columns, _whole, _first) = (Move(_rows, device), Move(_columns, device), Move(_whole, device), Move(_first, device));

    public override bool ApproximatelyEquals(OptimizerState other) =>
        other is AdafactorState state && _steps == state._steps && Moments.Zip(state.Moments).All(pair => Close(pair.First, pair.Second));

    public void Dispose()
    {
        foreach (var moment in Moments)
            moment?.Dispose();
    }

    private IEnumerable<Tensor?> Moments => [_rows, _columns, _whole, _first];

    // 1/√(r cᵀ / mean r) over the last two dimensions.
    private Tensor FactoredScale(Tensor squares, double forget)
    {
        var rows = Blend(_rows!, squares.mean([-1]), forget);
        var columns = Blend(_columns!, squares.mean([-2]), forget);
        var rowScale = (rows / rows.mean([-1], keepdim: true)).rsqrt().unsqueeze(-1);
        return rowScale * columns.rsqrt().unsqueeze(-2);
    }

    private Tensor WholeScale(Tensor squares, double forget) => Blend(_whole!, squares, forget).rsqrt();

    private static Tensor Blend(Tensor moment, Tensor value, double share) => moment.mul_(1 - share).add_(value, alpha: share);

    private static Tensor RootMeanSquare(Tensor tensor) => tensor.square().mean().sqrt();

    private Tensor Zeros(long[] shape) => zeros(shape, ScalarType.Float32, _parameter.device).DetachFromDisposeScope();

    private Tensor? Copy(Tensor? moment) => moment?.to(_parameter.device, copy: true).DetachFromDisposeScope();

    private static Tensor? Move(Tensor? moment, Device device)
    {
        if (moment is null)
            return null;
        var moved = moment.to(device, copy: true).DetachFromDisposeScope();
        moment.Dispose();
        return moved;
    }

    private static bool Close(Tensor? left, Tensor? right) => left is null ? right is null : right is not null && left.allclose(right);
}
