using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.FlowDepth;
using VideoPoet.Models.Magvit2;
using VideoPoet.Toybox;
using static TorchSharp.torch;

namespace VideoPoet.Training.FlowDepth;

/// <summary>Draws clips with their true flow and depth, and with what is estimated of them, sharp and as a decoder leaves them.</summary>
internal static class FlowDepthSheet
{
    private const int Clips = 3, Frames = 9;

    /// <summary>Draws the first clips with two objects, or the first ones where there are none.</summary>
    /// <param name="estimator">What estimates.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public static PixelFrames Draw(IFlowDepthEstimator estimator, ToyboxClips clips, int width, int height)
    {
        var scenes = Enumerable.Range(0, Math.Min(clips.Count, 64)).Select(clips.SceneOf);
        return ContactSheet.Draw([.. scenes.OrderByDescending(scene => scene.Objects.Count).Take(Clips).SelectMany(Rows)]);

        IEnumerable<SheetRow> Rows(Scene scene)
        {
            var frames = SceneRenderer.Draw(scene, width, height, Frames);
            var soft = Soften(frames);
            var truth = SceneTruth.Of(scene, width, height, Frames);
            var inverseDepth = truth.Depth.ToArray().Select(depth => 1 / depth).ToArray();
            return
            [
                new(frames, "frames"),
                new(FlowDepthPixels.Of(new(truth.Flow, inverseDepth), height, width), "true flow and depth"),
                new(FlowDepthPixels.Of(estimator.Estimate(frames), height, width), "estimated"),
                new(soft, "soft frames"),
                new(FlowDepthPixels.Of(estimator.Estimate(soft), height, width), "estimated"),
            ];
        }
    }

    private static PixelFrames Soften(PixelFrames frames)
    {
        using var scope = NewDisposeScope();
        var soft = SoftFrames.Of(PixelTensors.ToTensor(frames).squeeze(0).permute(1, 0, 2, 3));
        return PixelTensors.ToFrames(soft.permute(1, 0, 2, 3).unsqueeze(0));
    }
}
