using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Benchmarks.Models;

/// <summary>A configuration of the language model and the text-to-video sequences that it is measured with.</summary>
/// <param name="Name">The name that keys and the peer know it by.</param>
/// <param name="Model">The configuration.</param>
/// <param name="Format">The format of the clips.</param>
/// <param name="Batch">The sequences of a step.</param>
internal sealed record TrainCase(string Name, ModelSpec Model, VideoFormat Format, int Batch)
{
    /// <summary>The mini model, as its specification has it, with 17 frames of 64 × 64 pixels.</summary>
    public static TrainCase Mini() => new("mini", Read("mini"), new("mini-17", 64, 64, 17), Batch: 8);

    /// <summary>
    /// The 300M model with 2 of its 24 layers and 2^14 of its 2^18 codes, about a twelfth of both, since all of them take minutes on a few cores; 17
    /// frames of 128 × 128 pixels.
    /// </summary>
    public static TrainCase Of300M()
    {
        var model = Read("300m");
        return new(
            "300m",
            model with
            {
                LanguageModel = model.LanguageModel with { Layers = 2 },
                VideoTokenizer = model.VideoTokenizer with { Bits = 14 },
            },
            VideoFormats.BuiltIn["square-17"],
            Batch: 1);
    }

    /// <summary>The token ids, with those of the format.</summary>
    public UnifiedVocabulary Vocabulary => Model.CreateVocabulary().With(Format);

    /// <summary>The layout of every sequence.</summary>
    public SequenceLayout Layout => SequenceLayout.Create(
        new() { Token = TaskToken.Video, Inputs = [Input.Text()], Outputs = [Output.Visual(Views.WholeVideo)] }, Format, Vocabulary);

    /// <summary>How many text embeddings each sequence has: from 64, so that no padding is left out of what is computed, down to 1.</summary>
    public int[] TextLengths =>
        [.. Enumerable.Range(0, Batch).Select(row => UnifiedVocabulary.TextPositions - row * (UnifiedVocabulary.TextPositions - 1) / Math.Max(1, Batch - 1))];

    /// <summary>What tells the peer the sizes.</summary>
    public KeyValuePair<string, string> Setting
    {
        get
        {
            var (sizes, layout) = (Model.LanguageModel, Layout);
            var (reach, shape) = (sizes.Coordinates, layout.VisualOutput!.Shape);
            int[] numbers =
            [
                sizes.Width, sizes.Layers, sizes.Heads, sizes.FeedForward, sizes.QueryKeyNorm ? 1 : 0,
                Vocabulary.VisualCodes, sizes.FactorisedCodes ? (int)Math.Sqrt(Vocabulary.VisualCodes) : 0,
                Vocabulary.AudioLevels, Vocabulary.AudioCodesPerLevel,
                Model.TextEncoder.Width, reach.Inputs, reach.Times, reach.Rows, reach.Columns, reach.AudioFrames, Batch, layout.Text!.Start,
                layout.PrefixLength, shape.Time, shape.Height, shape.Width,
            ];
            return new($"TRAIN_{Name.ToUpperInvariant()}", string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>
    /// The arithmetic of products in one step: of weights and tokens, of the output layer for codes alone, and of scores that are seen; three times,
    /// for backward has two products for each.
    /// </summary>
    public double Operations
    {
        get
        {
            var (sizes, layout) = (Model.LanguageModel, Layout);
            double width = sizes.Width, length = layout.Length, prefix = layout.PrefixLength, output = layout.OutputLength;
            var ofBlocks = length * sizes.Layers * (4 * width * width + 3 * width * sizes.FeedForward);
            var ofHead = layout.VisualOutput!.Length * width * Vocabulary.VisualCodes;
            var seen = prefix * prefix + output * prefix + output * (output + 1) / 2;
            return 3 * 2 * Batch * (ofBlocks + ofHead + 2 * seen * width * sizes.Layers);
        }
    }

    private static ModelSpec Read(string name) => SpecReader.ReadModel(Path.Combine(AppContext.BaseDirectory, "Models", $"{name}.yaml"));
}
