using System.Runtime.CompilerServices;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The feed-forward layer SwiGLU, added to the states.</summary>
internal static unsafe class GatedProgram
{
    /// <summary>Does a worker's part; all workers call it, and it is complete when it returns.</summary>
    /// <param name="pool">The workers.</param>
    /// <param name="worker">This one.</param>
    /// <param name="buffers">The session's memory.</param>
    /// <param name="layer">The weights.</param>
    /// <param name="states">The states of all rows.</param>
    /// <param name="phase">The first of two counters of pieces.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void Run(WorkerPool pool, int worker, SessionBuffers buffers, GatedWeights layer, float* states, int phase)
    {
        var inputs = buffers.Inputs(worker);
        var rows = buffers.Sizes.Rows;
        var (width, inner) = (layer.Gate.Width, layer.Gate.Rows);
        var (stride, innerStride) = (SessionSizes.Padded(width), SessionSizes.Padded(inner));
        var gates = buffers.Gates(worker);
        var ups = gates + (long)rows * innerStride;
        inputs.TakeNormed(states, stride, rows, width, (float*)layer.Norm);
        var size = Pieces.Size(layer.Gate, inner, buffers.Workers);
        for (var first = buffers.Claims.Take(phase) * size; first < inner; first = buffers.Claims.Take(phase) * size)
        {
            var end = Math.Min(first + size, inner);
            Product.Rows(layer.Gate, inputs, rows, first, end, gates, innerStride, adds: false, buffers.Instructions);
            Product.Rows(layer.Up, inputs, rows, first, end, ups, innerStride, adds: false, buffers.Instructions);
            for (var row = 0; row < rows; row++)
            {
                var place = (long)row * innerStride + first;
                VectorSteps.Gated(gates + place, ups + place, buffers.Inner + place, end - first);
            }
        }
        pool.Meet();
        inputs.Take(buffers.Inner, innerStride, rows, inner);
        size = Pieces.Size(layer.Down, width, buffers.Workers);
        for (var first = buffers.Claims.Take(phase + 1) * size; first < width; first = buffers.Claims.Take(phase + 1) * size)
            Product.Rows(layer.Down, inputs, rows, first, Math.Min(first + size, width), states, stride, adds: true, buffers.Instructions);
        pool.Meet();
    }
}
