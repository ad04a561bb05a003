using System.Runtime.CompilerServices;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The logits of some rows of the output layer, before them the layer of second halves where it is asked for.</summary>
/// <param name="buffers">The session's memory.</param>
/// <param name="weights">The weights.</param>
internal sealed unsafe class HeadProgram(SessionBuffers buffers, ManagedWeights weights) : IWorkerProgram
{
    private readonly int _width = weights.Sizes.Width, _stride = SessionSizes.Padded(weights.Sizes.Width);
    private IdRange _range;
    private bool _isSecond;

    /// <summary>Computes the logits of the states after the final norm.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="range">The rows.</param>
    public void Run(WorkerPool pool, IdRange range) => Run(pool, range, isSecond: false);

    /// <summary>Computes the logits of second halves.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="range">The rows.</param>
    public void RunSecond(WorkerPool pool, IdRange range) => Run(pool, range, isSecond: true);

    /// <summary>What was computed last.</summary>
    /// <param name="row">The row of the batch.</param>
    public Span<float> Logits(int row) => new(buffers.Logits + (long)row * _range.Count, _range.Count);

    /// <inheritdoc/>
    [MethodImpl(Compile.AtOnce)]
    public void Run(WorkerPool pool, int worker)
    {
        var inputs = buffers.Inputs(worker);
        var rows = buffers.Sizes.Rows;
        if (_isSecond)
        {
            GatedProgram.Run(pool, worker, buffers, weights.SecondHalf!, buffers.Second, 0);
            inputs.TakeNormed(buffers.Second, _stride, rows, _width, (float*)weights.SecondNorm);
        }
        else
        {
            inputs.Take(buffers.Normed, _stride, rows, _width);
        }
        var size = Pieces.Size(weights.Head, _range.Count, buffers.Workers);
        for (var first = buffers.Claims.Take(2) * size; first < _range.Count; first = buffers.Claims.Take(2) * size)
        {
            Product.Rows(
                weights.Head, inputs, rows, _range.Start + first, _range.Start + Math.Min(first + size, _range.Count),
                buffers.Logits - _range.Start, _range.Count, adds: false, buffers.Instructions);
        }
    }

    private void Run(WorkerPool pool, IdRange range, bool isSecond)
    {
        (_range, _isSecond) = (range, isSecond);
        buffers.Claims.Reset();
        pool.Run(this);
    }
}
