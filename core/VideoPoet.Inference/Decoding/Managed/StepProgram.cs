using System.Runtime.CompilerServices;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The blocks of the transformer for the next position of all rows.</summary>
/// <param name="buffers">The session's memory.</param>
/// <param name="weights">The weights.</param>
/// <param name="store">Keys and values.</param>
/// <param name="plan">What is decoded.</param>
internal sealed unsafe class StepProgram(SessionBuffers buffers, ManagedWeights weights, KeyValueStore store, DecodingPlan plan) : IWorkerProgram
{
    private const int PhasesOfLayer = 7;

    private readonly int _rows = buffers.Sizes.Rows, _width = weights.Sizes.Width, _stride = SessionSizes.Padded(weights.Sizes.Width);
    private readonly int _groups = buffers.Sizes.Groups, _headWidth = buffers.Sizes.HeadWidth;
    private readonly int _keyStride = SessionSizes.Padded(buffers.Sizes.Groups * buffers.Sizes.HeadWidth);
    private readonly int _sharing = weights.Sizes.Heads / buffers.Sizes.Groups;
    private int _taken;

    /// <summary>The session's memory.</summary>
    public SessionBuffers Buffers => buffers;

    private float* Keys => buffers.Projected + (long)_rows * _stride;

    private float* Values => Keys + (long)_rows * _keyStride;

    /// <summary>Computes the states of a position from its embeddings, in place, and keeps its keys and values.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="taken">How many positions were taken before.</param>
    public void Advance(WorkerPool pool, int taken)
    {
        _taken = taken;
        buffers.Claims.Reset();
        pool.Run(this);
    }

    /// <inheritdoc/>
    [MethodImpl(Compile.AtOnce)]
    public void Run(WorkerPool pool, int worker)
    {
        var inputs = buffers.Inputs(worker);
        for (var layer = 0; layer < weights.Layers.Count; layer++)
        {
            var block = weights.Layers[layer];
            var phase = layer * PhasesOfLayer;
            inputs.TakeNormed(buffers.States, _stride, _rows, _width, (float*)block.AttentionNorm);
            Multiply(block.Query, inputs, phase, buffers.Projected, _stride, adds: false);
            Multiply(block.Key, inputs, phase + 1, Keys, _keyStride, adds: false);
            Multiply(block.Value, inputs, phase + 2, Values, _keyStride, adds: false);
            pool.Meet();
            Attend(block, layer, phase + 3, worker);
            pool.Meet();
            inputs.Take(buffers.Attended, _stride, _rows, _width);
            Multiply(block.Output, inputs, phase + 4, buffers.States, _stride, adds: true);
            pool.Meet();
            GatedProgram.Run(pool, worker, buffers, block.FeedForward, buffers.States, phase + 5);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void Multiply(PackedMatrix matrix, ProductInputs inputs, int phase, float* y, int stride, bool adds)
    {
        var size = Pieces.Size(matrix, matrix.Rows, buffers.Workers);
        for (var first = buffers.Claims.Take(phase) * size; first < matrix.Rows; first = buffers.Claims.Take(phase) * size)
            Product.Rows(matrix, inputs, _rows, first, Math.Min(first + size, matrix.Rows), y, stride, adds, buffers.Instructions);
    }

    // A piece is a group of heads of a row; the samples of a branch follow one another, while what they share is near.
    [MethodImpl(Compile.AtOnce)]
    private void Attend(BlockWeights block, int layer, int phase, int worker)
    {
        var query = buffers.Scratch(worker);
        var key = query + SessionSizes.Padded(_headWidth);
        var scores = key + SessionSizes.Padded(_headWidth);
        var perBranch = _groups * plan.Samples;
        for (var piece = buffers.Claims.Take(phase); piece < plan.Branches.Count * perBranch; piece = buffers.Claims.Take(phase))
        {
            var (branch, rest) = Math.DivRem(piece, perBranch);
            var (group, sample) = Math.DivRem(rest, plan.Samples);
            var row = branch * plan.Samples + sample;
            var position = plan.Branches[branch].Layout.PrefixLength + plan.Prefilled + _taken;
            Turn(Keys + (long)row * _keyStride + group * _headWidth, (float*)block.KeyNorm, position, 1, key);
            store.PutOwn(layer, branch, group, sample, _taken, key, Values + (long)row * _keyStride + group * _headWidth);
            for (var head = group * _sharing; head < (group + 1) * _sharing; head++)
            {
                Turn(
                    buffers.Projected + (long)row * _stride + head * _headWidth, (float*)block.QueryNorm, position,
                    (float)(1 / Math.Sqrt(_headWidth)), query);
                store.Attend(
                    layer, branch, group, sample, _taken + 1, query, scores, buffers.Attended + (long)row * _stride + head * _headWidth);
            }
        }
    }

    // Norms a head if need be, turns it by its position, and scales it.
    [MethodImpl(Compile.AtOnce)]
    private void Turn(float* source, float* norm, int position, float scale, float* target)
    {
        new ReadOnlySpan<float>(source, _headWidth).CopyTo(new(target, _headWidth));
        if (norm is not null)
            VectorSteps.Norm(target, norm, target, _headWidth);
        var half = _headWidth / 2;
        var cosines = buffers.Rotary + (long)position * _headWidth;
        var sines = cosines + half;
        for (var index = 0; index < half; index++)
        {
            var (a, b) = (target[index], target[index + half]);
            target[index] = (a * cosines[index] - b * sines[index]) * scale;
            target[index + half] = (b * cosines[index] + a * sines[index]) * scale;
        }
    }
}
