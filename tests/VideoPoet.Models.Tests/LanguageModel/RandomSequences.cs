using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Tests;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>A small model for a random layout, and random sequences of it, the same for the same layout.</summary>
internal sealed class RandomSequences : IDisposable
{
    private const int TextWidth = 3, Rows = 2;

    private readonly LayoutCase _case;
    private readonly Tensor? _text;

    public RandomSequences(LayoutCase layoutCase)
    {
        _case = layoutCase;
        Random = new(layoutCase.Layout.Length);
        var sizes = new LanguageModelSpec
        {
            Width = 16, Layers = 2, Heads = 4, KeyValueHeads = 2, QueryKeyNorm = true, FeedForward = 16, Context = layoutCase.Layout.Length,
            Parameters = new() { NonEmbedding = 1, Total = 1 },
        };
        Model = new(sizes, layoutCase.Vocabulary, TextWidth);
        using var generator = new Generator(3);
        Model.Initialise(generator);
        // Larger than before training, so that positions matter to one another.
        using (no_grad())
            foreach (var parameter in Model.parameters().Where(parameter => parameter.dim() > 1))
                parameter.mul_(10);
        Ids = [.. Enumerable.Range(0, Rows).Select(_ => layoutCase.Layout.Assemble(Codes()).Select(id => (long)id).ToArray())];
        TextLengths = layoutCase.Layout.Text is null ? new int[Rows] : [Random.Next(0, 65), Random.Next(0, 65)];
        _text = layoutCase.Layout.Text is null ? null : randn([Rows, UnifiedVocabulary.TextPositions, TextWidth], generator: generator);
    }

    public PrefixLanguageModel Model { get; }

    public SequenceLayout Layout => _case.Layout;

    public Random Random { get; }

    /// <summary>The ids of each sequence, which a test may change.</summary>
    public long[][] Ids { get; }

    public int[] TextLengths { get; }

    /// <summary>The sequences as they are now.</summary>
    public SequenceBatch Batch() =>
        new([.. Enumerable.Repeat(Layout, Rows)], tensor(Ids.SelectMany(ids => ids).ToArray(), [Rows, Layout.Length]), _text?.alias(), TextLengths);

    /// <summary>Whether a position is padding in every sequence, and not computed.</summary>
    public bool IsLeftOut(int position) =>
        Layout.Text is { } slot && position >= slot.Start + TextLengths.Max() && position < slot.End;

    /// <summary>Their states, without gradients.</summary>
    public Tensor Hidden()
    {
        using var silent = no_grad();
        using var batch = Batch();
        return Model.Hidden(batch);
    }

    /// <summary>Puts another allowed id at a position of the first sequence; false when there is no other.</summary>
    public bool Change(int position)
    {
        var allowed = Layout.AllowedIds(position);
        if (allowed.Count == 1)
            return false;
        Ids[0][position] = allowed.Start + (Ids[0][position] - allowed.Start + 1 + Random.Next(allowed.Count - 1)) % allowed.Count;
        return true;
    }

    /// <summary>How far the states of the first sequence are from others, position by position.</summary>
    public double[] Changes(Tensor before, Tensor after)
    {
        using var scope = NewDisposeScope();
        return [.. (before[0] - after[0]).abs().amax(1).to_type(ScalarType.Float64).data<double>()];
    }

    public void Dispose()
    {
        Model.Dispose();
        _text?.Dispose();
    }

    private int[][] Codes() =>
    [
        .. Layout.CodeSegments.Select(segment => segment.AllowedRuns
            .SelectMany(run => Enumerable.Range(0, run.Length).Select(_ => Random.Next(run.Ids.Count))).ToArray()),
    ];
}
