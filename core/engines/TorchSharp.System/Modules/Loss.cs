using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two arguments.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="reduction">What becomes of the values for the single elements.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the values for the single elements.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>A loss of three arguments.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="reduction">What becomes of the values for the single elements.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, T3, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the values for the single elements.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>A loss of four arguments.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="reduction">What becomes of the values for the single elements.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, T3, T4, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the values for the single elements.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>A loss of two arguments with weights.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="weight">The weights, which the loss does not own; null for equal ones.</param>
    /// <param name="reduction">What becomes of the values for the single elements.</param>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => this.weight = weight;

    /// <summary>The weights; null for equal ones.</summary>
    public Tensor? weight { get; }
}
