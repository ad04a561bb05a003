using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPoet.Models.Common;
using VideoPoet.Models.T5.Network;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Models.T5;

/// <summary>The sizes of a published T5, as its <c>config.json</c> says them.</summary>
public static class T5Config
{
    private const string Relu = "relu", GatedGelu = "gated-gelu";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true };

    /// <summary>Reads the sizes of the encoder.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is no such configuration, or one of another network; every problem is listed.</exception>
    public static TextEncoderSpec Read(string path)
    {
        Fields fields;
        try
        {
            fields = JsonSerializer.Deserialize<Fields>(File.ReadAllText(path)) ?? new();
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{path}: it is not the configuration of a T5. {exception.Message}", exception);
        }

        var problems = Problems(fields).ToArray();
        if (problems.Length > 0)
            throw new FormatException($"{path}: it is not the configuration of a T5 that can be computed.\n  {string.Join("\n  ", problems)}");
        var sizes = new TextEncoderSpec
        {
            Width = fields.Width,
            Layers = fields.Layers,
            Heads = fields.Heads,
            HeadWidth = fields.HeadWidth,
            FeedForward = fields.FeedForward,
            Gated = fields.Projection == GatedGelu,
            Vocabulary = fields.Vocabulary,
            Parameters = 1,
        };
        return sizes with { Parameters = ParameterCount.Of(sizes) };
    }

    /// <summary>Writes the sizes of an encoder as such a file.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="sizes">The sizes.</param>
    public static void Write(string path, TextEncoderSpec sizes)
    {
        var fields = new Fields
        {
            Width = sizes.Width,
            Layers = sizes.Layers,
            Heads = sizes.Heads,
            HeadWidth = sizes.HeadWidth,
            FeedForward = sizes.FeedForward,
            Vocabulary = sizes.Vocabulary,
            Projection = sizes.Gated ? GatedGelu : Relu,
        };
        ReplacedFile.Write(path, stream => JsonSerializer.Serialize(stream, fields, s_readable));
    }

    private static IEnumerable<string> Problems(Fields fields)
    {
        (string Key, string Size, int Value)[] sizes =
        [
            ("d_model", nameof(TextEncoderSpec.Width), fields.Width),
            ("num_layers", nameof(TextEncoderSpec.Layers), fields.Layers),
            ("num_heads", nameof(TextEncoderSpec.Heads), fields.Heads),
            ("d_kv", nameof(TextEncoderSpec.HeadWidth), fields.HeadWidth),
            ("d_ff", nameof(TextEncoderSpec.FeedForward), fields.FeedForward),
            ("vocab_size", nameof(TextEncoderSpec.Vocabulary), fields.Vocabulary),
        ];
        foreach (var (key, size, value) in sizes)
        {
            var range = typeof(TextEncoderSpec).GetProperty(size)!.GetCustomAttribute<RangeAttribute>()!;
            if (!range.IsValid(value))
                yield return $"{key} must be {range.Minimum} to {range.Maximum}, found {value}.";
        }

        (string Key, object Value, object[] Allowed)[] constants =
        [
            ("model_type", fields.ModelType, ["t5", "mt5"]),
            ("feed_forward_proj", fields.Projection, [Relu, GatedGelu]),
            ("relative_attention_num_buckets", fields.Buckets, [RelativeBuckets.Count]),
            ("relative_attention_max_distance", fields.LargestDistance, [RelativeBuckets.LargestDistance]),
            ("layer_norm_epsilon", fields.Epsilon, [RootMeanSquareNorm.Epsilon]),
        ];
        foreach (var (key, value, allowed) in constants)
            if (!allowed.Contains(value))
                yield return string.Create(CultureInfo.InvariantCulture, $"{key} must be {string.Join(" or ", allowed)}, found {value}.");
    }

    // What is not said has the value that the configurations of before it was said meant.
    private sealed record Fields
    {
        [JsonPropertyName("model_type")]
        public string ModelType { get; init; } = "t5";

        [JsonPropertyName("d_model")]
        public int Width { get; init; }

        [JsonPropertyName("num_layers")]
        public int Layers { get; init; }

        [JsonPropertyName("num_heads")]
        public int Heads { get; init; }

        [JsonPropertyName("d_kv")]
        public int HeadWidth { get; init; }

        [JsonPropertyName("d_ff")]
        public int FeedForward { get; init; }

        [JsonPropertyName("vocab_size")]
        public int Vocabulary { get; init; }

        [JsonPropertyName("feed_forward_proj")]
        public string Projection { get; init; } = Relu;

        [JsonPropertyName("relative_attention_num_buckets")]
        public int Buckets { get; init; } = RelativeBuckets.Count;

        [JsonPropertyName("relative_attention_max_distance")]
        public int LargestDistance { get; init; } = RelativeBuckets.LargestDistance;

        [JsonPropertyName("layer_norm_epsilon")]
        public double Epsilon { get; init; } = RootMeanSquareNorm.Epsilon;
    }
}
