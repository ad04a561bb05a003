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

    // Where the decoder doubles frames, the first half of the channels makes the earlier frame.
    private static readonly string[] s_doubling = ["decoder.up.2.upsample.", "decoder.up.3.upsample."];

    /// <summary>Fills a tokenizer with parameters of an image tokenizer of the same names, whose filters lack the dimension of time.</summary>
    /// <param name="tokenizer">What is filled.</param>
    /// <param name="image">
    /// By name: equal shapes are copied; a filter [outputs, inputs, height, width] becomes the last slice; where the decoder doubles frames, the
    /// image's filters and biases stand for either frame.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is missing or has another shape; all are listed, and nothing is changed.</exception>
    public static void Fill(VideoTokenizer tokenizer, IReadOnlyDictionary<string, Tensor> image)
    {
        var targets = tokenizer.named_parameters().ToList();
        var misfits = targets.Select(target => Misfit(target.name, target.parameter, image)).OfType<string>().ToList();
        if (misfits.Count > 0)
            throw new ArgumentException($"the image weights do not fit: {string.Join("; ", misfits)}.", nameof(image));
        using var _ = no_grad();
        foreach (var (name, target) in targets)
            Fill(name, target, image[name]);
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
        var image = tokenizer.named_parameters().ToDictionary(source => source.name, source => ImagePart(source.name, source.parameter, used));
        Fill(tokenizer, image);
    }

    /// <summary>A copy of what images use of a parameter.</summary>
    private static Tensor ImagePart(string name, Tensor parameter, int used)
    {
        var present = parameter.dim() == 5 ? parameter.select(Time, parameter.shape[Time] - 1) : parameter;
        return (DoublesFrames(name) ? present.chunk(2)[used] : present).clone();
    }

    private static string? Misfit(string name, Tensor target, IReadOnlyDictionary<string, Tensor> image)
    {
        if (!image.TryGetValue(name, out var source))
            return $"'{name}' is missing";
        var expected = ImageShape(name, target.shape);
        return source.shape.SequenceEqual(target.shape) || source.shape.SequenceEqual(expected)
            ? null
            : $"'{name}' must be [{string.Join(", ", expected)}], found [{string.Join(", ", source.shape)}]";
    }

    private static long[] ImageShape(string name, long[] shape)
    {
        var outputs = DoublesFrames(name) ? shape[0] / 2 : shape[0];
        return shape.Length == 5 ? [outputs, shape[1], shape[3], shape[4]] : [outputs, .. shape.AsSpan(1)];
    }

    private static void Fill(string name, Tensor target, Tensor source)
    {
        using var scope = NewDisposeScope();
        if (source.shape.SequenceEqual(target.shape))
        {
            target.copy_(source);
            return;
        }
        var present = target.dim() == 5 ? target.zero_().select(Time, target.shape[Time] - 1) : target;
        present.copy_(DoublesFrames(name) ? cat([source, source], 0) : source);
    }

    private static bool DoublesFrames(string name) => s_doubling.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
