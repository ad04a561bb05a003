using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Toybox;
using static TorchSharp.torch;

namespace VideoPoet.Training.FlowDepth;

/// <summary>Moments of drawn clips, with what is exactly known of them.</summary>
/// <param name="Before">The frames before, pixels from −1 to 1, [batch, 3, height, width].</param>
/// <param name="Frames">The frames, likewise.</param>
/// <param name="After">The frames after, likewise.</param>
/// <param name="Flow">How far pixels move, pixels to the right and down, [batch, 2, height, width].</param>
/// <param name="InverseDepth">1 divided by the distance, [batch, 1, height, width].</param>
/// <param name="IsObject">1 for pixels that show an object, 0 for others, [batch, 1, height, width].</param>
internal sealed record FlowDepthBatch(Tensor Before, Tensor Frames, Tensor After, Tensor Flow, Tensor InverseDepth, Tensor IsObject)
{
    // Five seconds: what leaves at an edge has come in again by then.
    private const int LastFrame = 40;

    private const int Seen = 3;

    /// <summary>Draws moments by chance.</summary>
    /// <param name="clips">The clips.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="count">How many.</param>
    /// <param name="randomOf">The chance that an item of the batch follows from.</param>
    public static FlowDepthBatch Draw(ToyboxClips clips, int width, int height, int count, Func<int, CounterRandom> randomOf)
    {
        var frames = new List<Tensor>();
        var area = width * height;
        var (flow, depth, isObject) = (new float[count * area * 2], new float[count * area], new float[count * area]);
        for (var item = 0; item < count; item++)
        {
            var random = randomOf(item);
            var scene = clips.SceneOf((int)random.NextBelow(clips.Count));
            var first = (int)random.NextBelow(LastFrame);
            frames.Add(PixelTensors.ToTensor(SceneRenderer.Draw(scene, width, height, Seen, firstFrame: first)));
            var truth = SceneTruth.Of(scene, width, height, frames: 1, firstFrame: first + 1);
            truth.Flow.Span.CopyTo(flow.AsSpan(item * area * 2));
            for (var pixel = 0; pixel < area; pixel++)
            {
                depth[item * area + pixel] = 1 / truth.Depth.Span[pixel];
                isObject[item * area + pixel] = Math.Min(truth.Masks.Span[pixel], (byte)1);
            }
        }
        var together = cat(frames);
        return new(
            together.select(2, 0), together.select(2, 1), together.select(2, 2),
            tensor(flow, [count, height, width, 2]).permute(0, 3, 1, 2), tensor(depth, [count, 1, height, width]),
            tensor(isObject, [count, 1, height, width]));
    }

    /// <summary>The same moments with frames as a decoder leaves them.</summary>
    public FlowDepthBatch Softened()
    {
        var soft = SoftFrames.Of(cat([Before, Frames, After])).chunk(Seen);
        return this with { Before = soft[0], Frames = soft[1], After = soft[2] };
    }
}
