using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding;

/// <summary>A request that fits a model, and what follows from it.</summary>
internal sealed class DecodingPlan
{
    private readonly LanguageModelSpec _sizes;

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decoder">What is to decode it.</param>
    /// <exception cref="ArgumentException">It does not fit; the message says in what.</exception>
    public DecodingPlan(DecodingRequest request, ILanguageModelDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Sampling.Check();
        if (request.Seeds.Count == 0)
            throw new ArgumentException("a request has one seed a sample; there is none.", nameof(request));
        if (request.Sampling.Guidance != 1 && request.Unguided is null)
            throw new ArgumentException($"a guidance scale of {request.Sampling.Guidance} needs a prompt to steer away from.", nameof(request));
        (Request, _sizes) = (request, decoder.Sizes);
        Layout = request.Prompt.Layout;
        Branches = request.Sampling.Guidance == 1 ? [request.Prompt] : [request.Prompt, request.Unguided!];
        Allowed = [.. Layout.AllowedRuns.SelectMany(run => Enumerable.Repeat(run.Ids, run.Length))];
        IsGiven = [.. Layout.Segments.SelectMany(segment =>
            Enumerable.Range(0, segment.Length).Select(index => !segment.IsOutput || index < segment.Given))];
        foreach (var branch in Branches)
            Check(branch, decoder);
        if (Branches.Count > 1)
            CheckOutputs(Branches[1].Layout);
        var choices = Allowed.Select((ids, position) => ids.Count > 1 && !IsGiven[position]).ToArray();
        LastChoice = Array.LastIndexOf(choices, true);
        // Without a choice the model is not needed beyond the prefix.
        FirstChoice = LastChoice < 0 ? Layout.PrefixLength : Array.IndexOf(choices, true);
        MostLogits = Allowed.Where((_, position) => choices[position]).Select(ids => LogitsOf(ids, decoder)).DefaultIfEmpty(1).Max();
        Start = Math.Max(Layout.PrefixLength, 1 + Array.LastIndexOf(IsGiven, true, FirstChoice - 1));
    }

    /// <summary>What is decoded.</summary>
    public DecodingRequest Request { get; }

    /// <summary>The layout of the samples.</summary>
    public SequenceLayout Layout { get; }

    /// <summary>The prompt, and what guidance steers away from if there is guidance.</summary>
    public IReadOnlyList<DecodingPrompt> Branches { get; }

    /// <summary>The number of samples.</summary>
    public int Samples => Request.Seeds.Count;

    /// <summary>The ids that are legal at each position.</summary>
    public IdRange[] Allowed { get; }

    /// <summary>Which positions the prompt gives.</summary>
    public bool[] IsGiven { get; }

    /// <summary>The position that decoding begins at: after the prefix and what is given at the beginning of the output.</summary>
    public int Start { get; }

    /// <summary>The first position of the output at which there is a choice; all before it are computed at once.</summary>
    public int FirstChoice { get; }

    /// <summary>The last position at which there is a choice; −1 when there is none.</summary>
    public int LastChoice { get; }

    /// <summary>How many positions after the prefix are computed at once.</summary>
    public int Prefilled => FirstChoice - Layout.PrefixLength;

    /// <summary>The most logits that one position needs.</summary>
    public int MostLogits { get; }

    /// <summary>The memory that decoding takes beside the weights, bytes: keys and values, logits, and the sampler's weights.</summary>
    /// <param name="elementBytes">The size of a key's number.</param>
    /// <param name="sharesPrefix">Whether samples share the keys and values of what precedes the first choice.</param>
    public long SessionBytes(int elementBytes, bool sharesPrefix)
    {
        var numbers = 0L;
        foreach (var branch in Branches)
        {
            var common = branch.Layout.PrefixLength + Prefilled;
            var own = branch.Layout.Length - common;
            numbers += sharesPrefix ? common + (long)Samples * own : (long)Samples * (common + own);
        }
        var positionBytes = 2L * elementBytes * _sizes.Layers * (_sizes.KeyValueHeads ?? _sizes.Heads) * (_sizes.Width / _sizes.Heads);
        var logitBytes = sizeof(float) * MostLogits * (1L + Branches.Count * Samples);
        return numbers * positionBytes + logitBytes + sizeof(int) * (long)Samples * Layout.Length;
    }

    /// <summary>A branch's prompt as the model takes it: one sequence; ids that are not given are 0. The caller disposes it.</summary>
    /// <param name="branch">The branch.</param>
    public SequenceBatch Batch(int branch)
    {
        var (layout, ids, text) = Branches[branch];
        var known = new long[layout.Length];
        for (var position = 0; position < layout.PrefixLength + Prefilled; position++)
            known[position] = ids[position];
        var length = (int)(text?.shape[0] ?? 0);
        using var scope = NewDisposeScope();
        var padded = text is null ? null : nn.functional.pad(text, [0, 0, 0, UnifiedVocabulary.TextPositions - length]).unsqueeze(0);
        return new([layout], tensor(known, [1, layout.Length]).MoveToOuterDisposeScope(), padded?.MoveToOuterDisposeScope(), [length]);
    }

    private static int LogitsOf(IdRange ids, ILanguageModelDecoder decoder) =>
        decoder.Sizes.FactorisedCodes && ids.Start == decoder.Vocabulary.Visual.Start ? 1 << (int.Log2(ids.Count) / 2) : ids.Count;

    private static void Check(DecodingPrompt prompt, ILanguageModelDecoder decoder)
    {
        var (layout, ids, text) = prompt;
        if (layout.Length > decoder.Sizes.Context)
            throw new ArgumentException($"the sequence has {layout.Length} positions, and the model takes {decoder.Sizes.Context} at most.");
        if (ids.Length != layout.Length)
            throw new ArgumentException($"the sequence has {layout.Length} positions, and {ids.Length} ids were given.");
        foreach (var run in layout.AllowedRuns)
        {
            if (run.Ids.End > decoder.Vocabulary.Size)
                throw new ArgumentException($"the layout, of another vocabulary, has the ids {run.Ids}; the model knows {decoder.Vocabulary.Size}.");
            for (var position = run.Start; position < run.End; position++)
            {
                if (!layout.IsTarget(position) && !run.Ids.Contains(ids[position]))
                    throw new ArgumentException($"the id {ids[position]} at position {position} is not legal there; {run.Ids} is.");
            }
        }
        if (text is null != layout.Text is null)
            throw new ArgumentException(layout.Text is null ? "the layout has no slot for text, and text was given." : "the layout needs text.");
        if (text is not null && !(text.shape is [>= 1 and <= UnifiedVocabulary.TextPositions, var width] && width == decoder.TextWidth))
        {
            throw new ArgumentException(
                $"the text must be [1 to {UnifiedVocabulary.TextPositions}, {decoder.TextWidth}], found [{string.Join(", ", text.shape)}].");
        }
    }

    private void CheckOutputs(SequenceLayout other)
    {
        var isSame = other.OutputLength == Layout.OutputLength && Enumerable.Range(0, Layout.OutputLength).All(index =>
            other.AllowedIds(other.PrefixLength + index) == Allowed[Layout.PrefixLength + index]
            && other.CoordinatesOf(other.PrefixLength + index) == Layout.CoordinatesOf(Layout.PrefixLength + index)
            && other.IsTarget(other.PrefixLength + index) == Layout.IsTarget(Layout.PrefixLength + index));
        if (!isSame)
            throw new ArgumentException("guidance needs two prompts of the same output; these have other output positions.");
    }
}
