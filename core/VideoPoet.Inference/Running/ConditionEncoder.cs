using VideoPoet.Core;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference;

/// <summary>Turns what a request supplies into the beginning of a sequence: the same views and the same tokenizers as in training.</summary>
/// <param name="model">The tokenizers.</param>
/// <param name="catalog">Computes views.</param>
/// <param name="media">What the request supplies.</param>
internal sealed class ConditionEncoder(LoadedModel model, TaskCatalog catalog, ConditionMedia media)
{
    private readonly Dictionary<ClipView, int[]> _codes = [];

    /// <summary>The beginning of a sequence. The caller owns the embeddings of the text.</summary>
    /// <param name="definition">What the sequence conditions on and outputs.</param>
    /// <param name="layout">What every position of it holds.</param>
    /// <param name="prompt">The prompt.</param>
    /// <exception cref="VideoGenerationException">A view cannot be taken of what the request supplies.</exception>
    public DecodingPrompt Encode(TaskDefinition definition, SequenceLayout layout, string? prompt)
    {
        var codes = new List<int[]>();
        foreach (var segment in layout.CodeSegments)
            codes.Add(segment.IsOutput ? Output(definition, segment) : Codes(ViewOf(segment)));
        return new(layout, layout.Assemble(codes), layout.Text is null ? null : model.Text.Encode(prompt ?? ""));
    }

    // What is not given is not read.
    private int[] Output(TaskDefinition definition, Segment segment)
    {
        var codes = new int[segment.Length];
        if (segment.Given > 0)
        {
            var after = definition.Outputs.First(output => output.View.Modality == segment.Modality).After!;
            Codes(after).AsSpan(0, segment.Given).CopyTo(codes);
        }
        return codes;
    }

    private int[] Codes(ClipView view)
    {
        if (_codes.TryGetValue(view, out var known))
            return known;
        try
        {
            var shown = catalog.Apply(view, media.ClipFor(view, prompt: null));
            model.Check(view.Modality);
            return _codes[view] = shown.Frames is { } frames ? model.Encoder.Visual(frames) : model.Encoder.Audio(shown.Sound!);
        }
        catch (ArgumentException exception)
        {
            throw new VideoGenerationException(UserMessage.Of(exception), exception);
        }
    }

    private static ClipView ViewOf(Segment segment) => segment switch
    {
        VisualSegment visual => visual.View,
        AudioSegment audio => audio.View,
        _ => throw new ArgumentException("the segment holds no codes.", nameof(segment)),
    };
}
