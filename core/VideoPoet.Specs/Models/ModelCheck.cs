using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks the sizes of a model against each other and the stated parameter counts against the sizes.</summary>
internal static class ModelCheck
{
    public static void Check(ModelSpec model, SpecPlaces places)
    {
        SpecPlaces video = places.Under("videoTokenizer"), audio = places.Under("audioTokenizer"), text = places.Under("textEncoder");
        // A count over sizes that are wrong themselves would only add confusion.
        var areInputsSound = video.AreSound && audio.AreSound && text.AreSound;
        CheckVideoTokenizer(model.VideoTokenizer, video);
        CheckAudioTokenizer(model.AudioTokenizer, audio);
        CheckTextEncoder(model.TextEncoder, text);
        CheckLanguageModel(model, places.Under("languageModel"), areInputsSound);
        for (var stage = 0; stage < model.SuperResolution.Count; stage++)
            CheckSuperResolution(model.SuperResolution[stage], places.Under("superResolution", stage.ToString(CultureInfo.InvariantCulture)));
    }

    private static void CheckVideoTokenizer(VideoTokenizerSpec tokenizer, SpecPlaces places)
    {
        if (!places.AreSound)
            return;
        if (tokenizer.Multipliers.Count == tokenizer.Levels)
            CheckCount(ParameterCount.Of(tokenizer), tokenizer.Parameters, places, "parameters");
        else
            places.Under("multipliers").Report($"multipliers must have {tokenizer.Levels} items, found {tokenizer.Multipliers.Count}.");
    }

    private static void CheckTextEncoder(TextEncoderSpec encoder, SpecPlaces places)
    {
        if (places.AreSound)
            CheckCount(ParameterCount.Of(encoder), encoder.Parameters, places, "parameters");
    }

    private static void CheckAudioTokenizer(AudioTokenizerSpec tokenizer, SpecPlaces places)
    {
        if (!places.AreSound)
            return;
        var stride = tokenizer.Strides.Aggregate(1L, (product, factor) => product * factor);
        if (stride != VideoFormat.SampleStride)
            places.Under("strides").Report($"the product of strides must be {VideoFormat.SampleStride}, found {stride}.");
        if (tokenizer.TrainedLevels < tokenizer.Levels)
        {
            places.Under("trainedLevels").Report(
                $"trainedLevels must be at least {tokenizer.Levels}, as levels is; found {tokenizer.TrainedLevels}.");
        }
        CheckCount(ParameterCount.Of(tokenizer), tokenizer.Parameters, places, "parameters");
    }

    private static void CheckLanguageModel(ModelSpec model, SpecPlaces places, bool areInputsSound)
    {
        var sizes = model.LanguageModel;
        if (!places.AreSound)
            return;
        if (sizes.Width % (2 * sizes.Heads) != 0)
            places.Under("heads").Report($"heads must divide the width {sizes.Width} into even parts, found {sizes.Heads}.");
        if (sizes.KeyValueHeads is { } shared && sizes.Heads % shared != 0)
            places.Under("keyValueHeads").Report($"keyValueHeads must divide the heads {sizes.Heads}, found {shared}.");
        CheckCount(ParameterCount.NonEmbedding(sizes), sizes.Parameters.NonEmbedding, places, "parameters", "nonEmbedding");
        if (!areInputsSound)
            return;
        if (sizes.FactorisedCodes && model.VideoTokenizer.Bits % 2 != 0)
        {
            places.Under("factorisedCodes").Report($"factorisedCodes needs an even number of bits, found {model.VideoTokenizer.Bits}.");
            return;
        }
        var total = ParameterCount.Total(sizes, model.CreateVocabulary(), model.TextEncoder.Width);
        CheckCount(total, sizes.Parameters.Total, places, "parameters", "total");
    }

    private static void CheckSuperResolution(SuperResolutionSpec stage, SpecPlaces places)
    {
        if (!places.AreSound)
            return;
        if (stage.Width % stage.Heads != 0)
            places.Under("heads").Report($"heads must divide the width {stage.Width}, found {stage.Heads}.");
        if (stage.Latent is not [_, var rows, var columns] || rows % 2 != 0 || columns % 2 != 0)
        {
            places.Under("latent").Report($"latent must be latent frames, an even number of rows and one of columns; found {stage.Latent}.");
            return;
        }
        CheckWindow(stage.Windows.Vertical, "vertical");
        CheckWindow(stage.Windows.Horizontal, "horizontal");
        CheckWindow(stage.Windows.Temporal, "temporal");

        void CheckWindow(ValueList<int> window, string axis)
        {
            if (window.Count != stage.Latent.Count || window.Zip(stage.Latent).Any(pair => pair.Second % pair.First != 0))
                places.Under("windows", axis).Report($"{axis} must divide the latent shape {stage.Latent}, found {window}.");
        }
    }

    private static void CheckCount(long counted, long stated, SpecPlaces places, params ReadOnlySpan<string> path)
    {
        if (counted != stated)
            places.Under(path).Report($"{path[^1]} must be {counted}, which these sizes have; found {stated}.");
    }
}
