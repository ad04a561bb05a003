using System.Globalization;
using System.Numerics;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks a recipe's numbers against each other.</summary>
internal sealed class RecipeCheck(TaskCatalog catalog)
{
    // Eight spectra, because the spectrum discriminator halves them three times.
    private const int LeastJudgedSamples = 2_048;

    public void Check(RecipeSpec recipe, SpecPlaces places)
    {
        CheckSteps(recipe, places);
        switch (recipe)
        {
            case LanguageModelRecipeSpec languageModel:
                new LanguageModelRecipeCheck(catalog).Check(languageModel, places);
                break;
            case VideoTokenizerRecipeSpec video:
                ModelCheck.Check(video.Model, places.Under("model"));
                CheckVideo(video, places);
                break;
            case AudioTokenizerRecipeSpec audio:
                ModelCheck.Check(audio.Model, places.Under("model"));
                CheckAudio(audio, places);
                break;
            case TextEncoderRecipeSpec text:
                ModelCheck.Check(text.Model, places.Under("model"));
                break;
            case FeatureNetworkRecipeSpec features:
                CheckFeatures(features, places);
                break;
            case FlowDepthRecipeSpec flowDepth:
                CheckFlowDepth(flowDepth, places);
                break;
        }
    }

    private static void CheckSteps(RecipeSpec recipe, SpecPlaces places)
    {
        var schedule = places.Under("schedule");
        if (recipe.Schedule.Warmup >= recipe.Steps && places.Under("steps").AreSound)
            schedule.Under("warmup").Report($"warmup must be less than steps, {recipe.Steps}; found {recipe.Schedule.Warmup}.");
        if (recipe.Schedule.Decay is DecayKind.Constant or DecayKind.Rsqrt && schedule.Has("final"))
        {
            var decay = recipe.Schedule.Decay.ToString().ToLowerInvariant();
            schedule.Under("final").Report($"final has no meaning when decay is {decay}; leave it out.");
        }
        var best = places.Under("evaluation", "best");
        if (recipe.Evaluation.Best is { } figure && figure.Lowest is null == figure.Highest is null)
            best.Report("best must have either lowest or highest, with the name of a figure, such as { lowest: held_out_loss }.");
    }

    private static void CheckAudio(AudioTokenizerRecipeSpec recipe, SpecPlaces places)
    {
        var samples = (int)(recipe.Data.Seconds * VideoFormat.SampleRateHz);
        CheckWindows(recipe.Loss.MelWindows, places.Under("loss", "melWindows"));
        if (recipe.Loss.Adversarial is not { } adversarial)
            return;
        var place = places.Under("loss", "adversarial");
        CheckWindows(adversarial.MelWindows, place.Under("melWindows"));
        if (samples < LeastJudgedSamples && places.Under("data", "seconds").AreSound)
        {
            places.Under("data", "seconds").Report(string.Create(CultureInfo.InvariantCulture,
                $"seconds must be at least {(double)LeastJudgedSamples / VideoFormat.SampleRateHz} for discriminators, found {recipe.Data.Seconds}."));
        }
        if (adversarial.WaveChannels % 4 != 0)
            place.Under("waveChannels").Report($"waveChannels must be a multiple of 4, found {adversarial.WaveChannels}.");

        void CheckWindows(IReadOnlyList<int> windows, SpecPlaces place)
        {
            if (windows.Any(window => window % 4 != 0 || window >= 2 * samples))
            {
                place.Report(string.Create(CultureInfo.InvariantCulture,
                    $"windows must be multiples of 4, and shorter than two pieces of {recipe.Data.Seconds} s, {2 * samples} samples; ")
                    + $"found {windows.First(window => window % 4 != 0 || window >= 2 * samples)}.");
            }
        }
    }

    private static void CheckVideo(VideoTokenizerRecipeSpec recipe, SpecPlaces places)
    {
        CheckSize(recipe.Data, places.Under("data"));
        StageEnds.Check([.. recipe.Stages.Select(stage => (stage.Name, stage.Until))], places.Under("stages"));
        for (var index = 0; index < recipe.Stages.Count; index++)
        {
            var frames = recipe.Stages[index].Frames;
            if (frames % VideoFormat.FrameStride != 1)
            {
                places.Under("stages", index.ToString(CultureInfo.InvariantCulture), "frames").Report(
                    $"frames must be 1 + {VideoFormat.FrameStride}k, because the first frame stands alone; found {frames}.");
            }
            if (frames == 1 && recipe.Weights is not null)
            {
                places.Under("stages", index.ToString(CultureInfo.InvariantCulture), "frames").Report(
                    "frames must be more than 1 when there are weights to go on from: after single frames, filters forget what they know of time.");
            }
        }

        var groups = recipe.Loss.Quantizer.Groups;
        var place = places.Under("loss", "quantizer", "groups");
        if (places.Under("model", "videoTokenizer", "bits").AreSound && groups > 0 && recipe.Model.VideoTokenizer.Bits % groups != 0)
            place.Report($"groups must divide the {recipe.Model.VideoTokenizer.Bits} bits, found {groups}.");
    }

    private static void CheckFeatures(FeatureNetworkRecipeSpec recipe, SpecPlaces places)
    {
        CheckSize(recipe.Data, places.Under("data"));
        // Each level halves what is left without the border.
        var largest = BitOperations.Log2((uint)Math.Max(1, Math.Min(recipe.Data.Width, recipe.Data.Height) - FeatureNetworkRecipeSpec.Border));
        if (recipe.Channels.Count > largest && places.Under("data").AreSound)
        {
            places.Under("channels").Report(
                $"channels must have at most {largest} levels for pictures of {recipe.Data.Width} × {recipe.Data.Height}; "
                + $"found {recipe.Channels.Count}.");
        }
    }

    private static void CheckFlowDepth(FlowDepthRecipeSpec recipe, SpecPlaces places)
    {
        // The first level has half the height and width of the frames, and each other one half of those before it.
        var stride = 1 << recipe.Channels.Count;
        for (var index = 0; index < recipe.Data.Sizes.Count; index++)
        {
            var (width, height) = (recipe.Data.Sizes[index].Width, recipe.Data.Sizes[index].Height);
            CheckMultiples(width, height, stride, places.Under("data", "sizes", index.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static void CheckSize(VideoDataSpec data, SpecPlaces places) =>
        CheckMultiples(data.Width, data.Height, VideoFormat.PixelStride, places);

    private static void CheckMultiples(int width, int height, int stride, SpecPlaces places)
    {
        foreach (var (name, pixels) in new[] { ("width", width), ("height", height) })
        {
            if (pixels % stride != 0)
                places.Under(name).Report($"{name} must be a multiple of {stride}, found {pixels}.");
        }
    }
}
