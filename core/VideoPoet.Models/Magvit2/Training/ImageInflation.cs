using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Fills a video tokenizer with the weights of an image tokenizer: only the last slice in time of a filter is set, the one that sees the present
/// frame, so that each frame is treated as an image was (MAGVIT-v2, Open-MAGVIT2).
/// </summary>
public static class ImageInflation
{
    private const int Time = 2; // the dimension of a filter, [outputs, inputs, time, height, width]

    /// <summary>Fills a tokenizer with parameters of an image tokenizer of the same names, whose filters lack the dimension of time.</summary>
    /// <param name="tokenizer">What is filled.</param>
    /// <param name="image">
    /// By name: equal shapes are copied; a filter [outputs, inputs, height, width] becomes the last slice; where the decoder doubles frames, the
    /// image's filters and biases stand for either frame.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is missing or has another shape; all are listed, and nothing is changed.</exception>
    public static void Fill(VideoTokenizer tokenizer, IReadOnlyDictionary<string, Tensor> image)
    {
        var targets = TargetsOf(tokenizer);
        var misfits = targets.Select(target => target.Misfit(image)).OfType<string>().ToList();
        if (misfits.Count > 0)
            throw new ArgumentException($"the image weights do not fit: {string.Join("; ", misfits)}.", nameof(image));
        using var _ = no_grad();
        foreach (var target in targets)
            target.Fill(image[target.Name]);
    }

    /// <summary>
    /// Makes a tokenizer that was trained on images alone ready for videos: slices of filters that no image has reached become zero, and where the
    /// decoder doubles frames, the frame that images do not use is made as the one that they use.
    /// </summary>
    /// <param name="tokenizer">The tokenizer.</param>
    public static void Inflate(VideoTokenizer tokenizer)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var used = tokenizer.Sizes.Rules == TemporalRules.Causal ? 1 : 0;
        foreach (var target in TargetsOf(tokenizer))
            target.Fill(target.ImagePart(used));
    }

    private static List<Target> TargetsOf(VideoTokenizer tokenizer)
    {
        var levels = Level.Of(tokenizer.Sizes);
        var doubling = Enumerable.Range(1, levels.Count - 1).Where(level => levels[level - 1].TimeStride > 1)
            .Select(level => $"decoder.up.{level}.upsample.").ToList();
        return [.. tokenizer.named_parameters().Select(
            target => new Target(target.name, target.parameter, doubling.Exists(prefix => target.name.StartsWith(prefix, StringComparison.Ordinal))))];
    }

    /// <summary>A parameter of the tokenizer.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">The parameter.</param>
    /// <param name="DoublesFrames">Whether its first half of channels makes the earlier of two frames.</param>
    private sealed record Target(string Name, Tensor Value, bool DoublesFrames)
    {
        /// <summary>A copy of what images use of it.</summary>
        public Tensor ImagePart(int used)
        {
            var present = Value.dim() == 5 ? Value.select(Time, Value.shape[Time] - 1) : Value;
            return (DoublesFrames ? present.chunk(2)[used] : present).clone();
        }

        public string? Misfit(IReadOnlyDictionary<string, Tensor> image)
        {
            if (!image.TryGetValue(Name, out var source))
                return $"'{Name}' is missing";
            var expected = ImageShape();
            return source.shape.SequenceEqual(Value.shape) || source.shape.SequenceEqual(expected)
                ? null
                : $"'{Name}' must be [{string.Join(", ", expected)}], found [{string.Join(", ", source.shape)}]";
        }

        public void Fill(Tensor source)
        {
            using var scope = NewDisposeScope();
            if (source.shape.SequenceEqual(Value.shape))
            {
                Value.copy_(source);
                return;
            }
            var present = Value.dim() == 5 ? Value.zero_().select(Time, Value.shape[Time] - 1) : Value;
            present.copy_(DoublesFrames ? cat([source, source], 0) : source);
        }

        private long[] ImageShape()
        {
            var shape = Value.shape;
            var outputs = DoublesFrames ? shape[0] / 2 : shape[0];
            return shape.Length == 5 ? [outputs, shape[1], shape[3], shape[4]] : [outputs, .. shape.AsSpan(1)];
        }
    }
}
