using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Indexing;

/// <summary>
/// A list of indices taken apart as PyTorch does it: a view, made by selecting, slicing and inserting dimensions, and the tensors that pick from
/// the view's dimensions. Disposing it frees what was made on the way.
/// </summary>
internal ref struct IndexedView : IDisposable
{
    private readonly Tensor _source;
    private readonly List<Tensor> _made = [];
    private readonly List<Tensor?> _picks = [];
    private Tensor _view;
    private int _dimension;

    public IndexedView(Tensor source, ReadOnlySpan<TensorIndex> indices)
    {
        _source = _view = source;
        var covered = Covered(indices);
        var dimensions = (int)source.ndim;
        if (covered > dimensions)
            throw new ArgumentException($"Too many indices: {covered} for a tensor of {dimensions} dimensions.", nameof(indices));
        try
        {
            foreach (ref readonly var index in indices)
                Apply(index, dimensions - covered);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The elements.</summary>
    public readonly Tensor Get()
    {
        if (_picks.Count > 0)
            return Ops.index_Tensor.Invoke(_view, _picks.ToArray());
        return ReferenceEquals(_view, _source) ? Ops.alias.Invoke(_source) : Keep();
    }

    /// <summary>Replaces the elements, or adds to them.</summary>
    public readonly void Put(Tensor value, bool accumulate)
    {
        if (_picks.Count > 0)
        {
            Ops.index_put_.InPlace(_view, _picks.ToArray(), value, accumulate);
            return;
        }
        // As in Python, a value may have more dimensions than the place as long as the surplus ones have size 1.
        var surplus = value.ndim - _view.ndim;
        using var fitting = surplus > 0 ? value.reshape(value.shape[(int)surplus..]) : value.alias();
        if (accumulate)
            Ops.add__Tensor.InPlace(_view, fitting);
        else
            Ops.copy_.InPlace(_view, fitting);
    }

    /// <summary>Replaces the elements by one number.</summary>
    public readonly void Fill(Scalar value)
    {
        if (_picks.Count == 0)
        {
            Ops.fill__Scalar.InPlace(_view, value);
            return;
        }
        using var element = Ops.scalar_tensor.Invoke(value, _view.dtype, Argument.Default, _view.device);
        Ops.index_put_.InPlace(_view, _picks.ToArray(), element);
    }

    public readonly void Dispose()
    {
        foreach (var made in _made)
            made.Dispose();
        _made.Clear();
    }

    private readonly Tensor Keep()
    {
        var view = _view;
        _made.RemoveAll(made => ReferenceEquals(made, view)); // not Remove: tensors of equal elements are equal
        return _view;
    }

    // The dimensions of the source that indices stand for; a mask stands for as many as it has itself.
    private static int Covered(ReadOnlySpan<TensorIndex> indices)
    {
        var covered = 0;
        foreach (ref readonly var index in indices)
            covered += index.Kind switch
            {
                IndexKind.Single or IndexKind.Slice => 1,
                IndexKind.Tensor => IsMask(index.Picks!) ? (int)index.Picks!.ndim : 1,
                _ => 0,
            };
        return covered;
    }

    private static bool IsMask(Tensor picks) => picks.dtype is ScalarType.Bool or ScalarType.Byte;

    private void Apply(in TensorIndex index, int uncovered)
    {
        switch (index.Kind)
        {
            case IndexKind.Single:
                var position = index.Start ?? throw new ArgumentException($"The index of dimension {_dimension} is a position without a value.");
                Advance(Ops.select_int.Invoke(_view, _dimension, position), 0);
                break;
            case IndexKind.Slice:
                Slice(index);
                break;
            case IndexKind.Ellipsis:
                _dimension += uncovered;
                break;
            case IndexKind.NewDimension:
                Advance(_view.unsqueeze(_dimension), 1);
                break;
            case IndexKind.Truth:
                Mask(index.Start == 1);
                break;
            default:
                Pick(index.Picks!);
                break;
        }
    }

    private void Slice(in TensorIndex index)
    {
        if (index.Step is <= 0)
            throw new ArgumentException($"The step of a slice must be at least 1, found {index.Step} in dimension {_dimension}.");
        if (index.Start is null && index.Stop is null && index.Step is null)
            _dimension++;
        else
            Advance(Ops.slice_Tensor.Invoke(_view, _dimension, index.Start, index.Stop, index.Step ?? 1), 1);
    }

    private void Pick(Tensor picks)
    {
        if (picks.ndim > 0)
            Record(picks);
        else if (picks.dtype == ScalarType.Bool)
            Mask(picks.ToBoolean());
        else if (is_integral(picks.dtype))
            Advance(Ops.select_int.Invoke(_view, _dimension, picks.ToInt64()), 0);
        else
            throw new ArgumentException($"A tensor that picks elements must hold integers or truth values, found {picks.dtype}.");
    }

    private void Mask(bool taken)
    {
        Advance(_view.unsqueeze(_dimension), 0);
        var picks = Ops.zeros.Invoke((ReadOnlySpan<long>)[taken ? 1 : 0], ScalarType.Int64, Argument.Default, _view.device);
        _made.Add(picks);
        Record(picks);
    }

    private void Record(Tensor picks)
    {
        while (_picks.Count < _dimension)
            _picks.Add(null);
        _picks.Add(picks);
        _dimension++;
    }

    private void Advance(Tensor view, int dimensions)
    {
        _view = view;
        _made.Add(view);
        _dimension += dimensions;
    }
}
