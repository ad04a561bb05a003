using System.Runtime.CompilerServices;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding.Steps;
using VideoPoet.Inference.Decoding.Vectors;
using VideoPoet.Models.LanguageModel;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Steps in managed code: all rows together, so that weights are read once for all branches and samples.</summary>
internal sealed unsafe class ManagedStepModel : IStepModel
{
    private readonly ManagedWeights _weights;
    private readonly TokenRows _rows;
    private readonly WorkerPool _pool;
    private readonly DecodingPlan _plan;
    private readonly AlignedMemory _memory;
    private readonly SessionSizes _sizes;
    private readonly StepProgram _step;
    private readonly HeadProgram _head;
    private readonly int _width;
    private int _taken;

    /// <summary>Computes what precedes the first choice, once for all samples.</summary>
    /// <param name="model">The network, which computes it.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="pool">The threads.</param>
    /// <param name="plan">What is decoded.</param>
    /// <param name="instructions">For products of bytes.</param>
    public ManagedStepModel(
        PrefixLanguageModel model, ManagedWeights weights, WorkerPool pool, DecodingPlan plan, IntegerInstructions instructions)
    {
        (_weights, _rows, _pool, _plan) = (weights, model.Rows, pool, plan);
        _width = SessionSizes.Padded(weights.Sizes.Width);
        _sizes = new(plan, weights.Sizes, weights.Format, pool.Workers);
        _memory = new(_sizes.Total);
        try
        {
            var store = KeyValueStore.In(_memory.Start, _sizes, instructions);
            var buffers = new SessionBuffers(_memory.Start, _sizes, weights, pool.Workers, instructions);
            _step = new(buffers, weights, store, plan);
            _head = new(buffers, weights);
            SessionPrefill.Run(model, plan, _sizes, store, buffers);
            Begin();
        }
        catch
        {
            _memory.Dispose();
            throw;
        }
    }

    /// <summary>The memory it has, bytes.</summary>
    public long Bytes => _memory.Bytes;

    [MethodImpl(Compile.AtOnce)]
    public void Advance(ReadOnlySpan<int> ids)
    {
        var buffers = _step.Buffers;
        for (var row = 0; row < _sizes.Rows; row++)
            Embed(ids[row % _plan.Samples], buffers.States + row * _width);
        _step.Advance(_pool, _taken);
        _taken++;
        for (var row = 0; row < _sizes.Rows; row++)
        {
            VectorSteps.Norm(
                buffers.States + row * _width, (float*)_weights.FinalNorm, buffers.Normed + row * _width, _weights.Sizes.Width);
        }
    }

    public void ComputeLogits(IdRange ids) => _head.Run(_pool, _rows.Of(ids));

    public void ComputeHighLogits() => _head.Run(_pool, _rows.High);

    [MethodImpl(Compile.AtOnce)]
    public void ComputeLowLogits(ReadOnlySpan<int> high)
    {
        var buffers = _step.Buffers;
        for (var row = 0; row < _sizes.Rows; row++)
        {
            var code = _weights.HighCodes + (long)high[row % _plan.Samples] * _weights.Sizes.Width;
            for (var index = 0; index < _weights.Sizes.Width; index++)
                buffers.Second[row * _width + index] = buffers.Normed[row * _width + index] + code[index];
        }
        _head.RunSecond(_pool, _rows.Low);
    }

    public Span<float> Logits(int branch, int sample) => _head.Logits(branch * _plan.Samples + sample);

    public void Rewind(int count)
    {
        _taken = count;
        if (count == 0)
            Begin();
    }

    public void Dispose() => _memory.Dispose();

    // The states that predict the first choice.
    private void Begin()
    {
        var buffers = _step.Buffers;
        for (var row = 0; row < _sizes.Rows; row++)
            new ReadOnlySpan<float>(buffers.First + row / _plan.Samples * _width, _width).CopyTo(new(buffers.Normed + row * _width, _width));
    }

    [MethodImpl(Compile.AtOnce)]
    private void Embed(int id, float* state)
    {
        var (first, second) = RowsOf(id);
        var place = _step.Buffers.Places + (long)_taken * _weights.Sizes.Width;
        var embedding = _weights.Embedding(first);
        var other = second < 0 ? null : _weights.Embedding(second);
        for (var index = 0; index < _weights.Sizes.Width; index++)
            state[index] = (other is null ? embedding[index] : embedding[index] + other[index]) + place[index];
    }

    // The row of an id, or those of its halves.
    private (int First, int Second) RowsOf(int id)
    {
        if (_rows.IsWhole(new(id, 1)))
            return (_rows.Of(new(id, 1)).Start, -1);
        var (high, low) = Math.DivRem(id - _rows.High.Start, _rows.High.Count);
        return (_rows.High.Start + high, _rows.Low.Start + low);
    }
}
