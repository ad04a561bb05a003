using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A mask of an attention, and its gradient if it has one; blocks of both are views, however the mask is broadcast.</summary>
internal sealed class AttentionMask
{
    private readonly Tensor _mask;
    private readonly Tensor? _emptyRows;
    private readonly Tensor? _gradient;
    private readonly long[] _batch;

    /// <param name="mask">Truth values or numbers, broadcast to the batch, queries and keys of the problem.</param>
    /// <param name="problem">Sizes and options.</param>
    /// <param name="gradientType">The type to sum gradients in; null for no gradient.</param>
    public AttentionMask(Tensor mask, AttentionProblem problem, ScalarType? gradientType)
    {
        (_mask, _emptyRows, _batch) = (mask, EmptyRows(mask), problem.Batch);
        _gradient = gradientType is { } type && mask.requires_grad ? zeros_like(mask, type) : null;
        IsShared = mask.shape.SkipLast(2).All(size => size == 1);
    }

    /// <summary>Whether all heads have the same mask, so that a block may hold several.</summary>
    public bool IsShared { get; }

    /// <summary>The gradient, shaped as the mask, or null.</summary>
    public Tensor? Gradient => _gradient?.to(_mask.dtype);

    /// <summary>Which rows of a mask leave all keys out: truth values [… , queries, 1], or null if there is no such row.</summary>
    public static Tensor? EmptyRows(Tensor mask)
    {
        using var silent = no_grad();
        var rows = mask.dtype == ScalarType.Bool ? mask.any(-1, keepdim: true).logical_not() : mask.amax([-1], keepdim: true).isneginf();
        return rows.any().item<bool>() ? rows : null;
    }

    /// <summary>Masks scores [heads, rows, keys] in place. Rows without keys become finite, so that their softmax is defined.</summary>
    public void Apply(Tensor scores, in AttentionBlock block)
    {
        var part = Cut(_mask, block);
        if (_mask.dtype == ScalarType.Bool)
            scores.masked_fill_(part.logical_not(), double.NegativeInfinity);
        else
            scores.add_(part);
        ClearEmptyRows(scores, block);
    }

    /// <summary>Sets the weights [heads, rows, keys] of rows without keys to zero.</summary>
    public void ClearEmptyRows(Tensor weights, in AttentionBlock block)
    {
        if (_emptyRows is not null)
            weights.masked_fill_(Cut(_emptyRows, block), 0);
    }

    /// <summary>Adds the gradient of scores [heads, rows, keys].</summary>
    public void AddGradient(Tensor scores, in AttentionBlock block)
    {
        if (_gradient is null)
            return;
        var part = Cut(_gradient, block);
        var sum = scores.sum([0L], type: _gradient.dtype);
        for (var dimension = 0; dimension < part.Dimensions; dimension++)
            if (part.size(dimension) == 1)
                sum = sum.sum([dimension - part.Dimensions + 2], keepdim: true);
        part.add_(sum.view(part.shape));
    }

    // [rows, keys], each of which is 1 where the mask is broadcast.
    private Tensor Cut(Tensor tensor, in AttentionBlock block)
    {
        var head = block.FirstHead;
        var missing = _batch.Length + 2 - (int)tensor.Dimensions;
        for (var i = _batch.Length - 1; i >= Math.Max(0, missing); i--)
        {
            tensor = tensor.select(i - missing, tensor.size(i - missing) == 1 ? 0 : head % _batch[i]);
            head /= _batch[i];
        }
        return tensor.Dimensions == 2 && tensor.size(0) > 1 ? tensor.narrow(0, block.FirstRow, block.RowCount) : tensor;
    }
}
