using System.Runtime.InteropServices;
using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Steps;

/// <summary>Steps of the network itself, a cache for each branch.</summary>
internal sealed class TorchStepModel : IStepModel
{
    private readonly PrefixLanguageModel _model;
    private readonly KeyValueCache[] _caches;
    private readonly Tensor[] _first, _states;
    private readonly float[][] _logits;
    private readonly int _samples, _begin;
    private int _width;

    /// <summary>Computes what precedes the first choice.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plan">What is decoded.</param>
    public TorchStepModel(PrefixLanguageModel model, DecodingPlan plan)
    {
        var branches = plan.Branches.Count;
        (_model, _samples) = (model, plan.Samples);
        (_caches, _first, _states) = (new KeyValueCache[branches], new Tensor[branches], new Tensor[branches]);
        _logits = [.. Enumerable.Range(0, branches).Select(_ => new float[_samples * plan.MostLogits])];
        _begin = plan.Prefilled;
        try
        {
            for (var branch = 0; branch < branches; branch++)
            {
                using var batch = plan.Batch(branch);
                var (cache, state) = model.Prefill(batch, plan.Prefilled);
                using (cache)
                using (state)
                    (_caches[branch], _first[branch]) = (cache.Repeat(_samples), state.repeat_interleave(_samples, 0));
                _states[branch] = _first[branch].alias();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Advance(ReadOnlySpan<int> ids)
    {
        using var next = tensor(ids.ToArray()).to_type(ScalarType.Int64);
        for (var branch = 0; branch < _caches.Length; branch++)
            Replace(branch, _model.Step(_caches[branch], next));
    }

    public void ComputeLogits(IdRange ids) => Compute(states => _model.Logits(states, ids));

    public void ComputeHighLogits() => Compute(_model.HighLogits);

    public void ComputeLowLogits(ReadOnlySpan<int> high)
    {
        using var given = tensor(high.ToArray()).to(ScalarType.Int64, _model.Device);
        Compute(states => _model.LowLogits(states, given));
    }

    public Span<float> Logits(int branch, int sample) => _logits[branch].AsSpan(sample * _width, _width);

    public void Rewind(int count)
    {
        for (var branch = 0; branch < _caches.Length; branch++)
        {
            _caches[branch].Rewind(_caches[branch].Layouts[0].PrefixLength + _begin + count);
            if (count == 0)
                Replace(branch, _first[branch].alias());
        }
    }

    public void Dispose()
    {
        foreach (var cache in _caches)
            cache?.Dispose();
        foreach (var state in _first.Concat(_states))
            state?.Dispose();
    }

    private void Compute(Func<Tensor, Tensor> logits)
    {
        using var silent = no_grad();
        for (var branch = 0; branch < _states.Length; branch++)
        {
            using var scope = NewDisposeScope();
            var computed = logits(_states[branch]).to(ScalarType.Float32, CPU).contiguous();
            _width = (int)computed.shape[1];
            MemoryMarshal.Cast<byte, float>(computed.bytes).CopyTo(_logits[branch]);
        }
    }

    private void Replace(int branch, Tensor states)
    {
        _states[branch].Dispose();
        _states[branch] = states;
    }
}
