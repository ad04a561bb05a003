using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A mask of an attention, and its gradient if it has one; blocks of both are views, however the mask is broadcast.</summary>
internal sealed class AttentionMask
{
    private readonly Tensor _mask;
    private readonly long[] _batch;
    private readonly Tensor? _gradient;

    /// <param name="mask">Truth values or numbers, broadcast to the batch, queries and keys of the problem.</param>
    /// <param name="problem">Sizes and options.</param>
    /// <param name="gradientType">The type to sum gradients in; null for no gradient.</param>
    public AttentionMask(Tensor mask, AttentionProblem problem, ScalarType? gradientType)
    {
        (_mask, _batch) = (mask, problem.Batch);
        _gradient = gradientType is { } type && mask.requires_grad ? zeros_like(mask, type) : null;
        IsShared = mask.shape.SkipLast(2).All(size => size == 1);
    }

    /// <summary>Whether all heads have the same mask, so that a block may hold several.</summary>
    public bool IsShared { get; }

    /// <summary>The gradient, shaped as the mask, or null.</summary>
    public Tensor? Gradient => _gradient?.to(_mask.dtype);

    /// <summary>Masks scores [heads, rows, keys] in place.</summary>
    public void Apply(Tensor scores, in AttentionBlock block)
    {
        var part = Cut(_mask, block);
        if (_mask.dtype == ScalarType.Bool)
            scores.masked_fill_(part.logical_not(), double.NegativeInfinity);
        else
            scores.add_(part);
    }

    /// <summary>Adds the gradient of scores [heads, rows, keys].</summary>
    public void AddGradient(Tensor scores, in AttentionBlock block)
    {
        if (_gradient is null)
            return;
        var part = Cut(_gradient, block);
        var sum = scores.sum(0);
        for (var dimension = 0; dimension < part.Dimensions; dimension++)
            if (part.size(dimension) == 1)
                sum = sum.sum(dimension - part.Dimensions + 2, keepdim: true);
        part.add_(sum.view(part.shape));
    }

    // [rows, keys], each of which is 1 where the mask is broadcast.
    private Tensor Cut(Tensor tensor, in AttentionBlock block)
    {
        var batchDimensions = (int)Math.Max(0, tensor.Dimensions - 2);
        var head = block.FirstHead;
        for (var i = _batch.Length - 1; i >= 0; head /= _batch[i--])
            if (i - _batch.Length + batchDimensions is var own and >= 0)
                tensor = tensor.select(own, tensor.size(own) == 1 ? 0 : head % _batch[i]);
        if (tensor.Dimensions == 2 && tensor.size(0) > 1)
            tensor = tensor.narrow(0, block.FirstRow, block.RowCount);
        return tensor;
    }
}
