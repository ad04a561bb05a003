using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Models.LanguageModel.Loss;
using VideoPoet.Models.LanguageModel.Network;
using VideoPoet.Models.LanguageModel.Positions;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>
/// One decoder-only transformer for all tasks (paper §3.2): the positions of the prefix see one another, every later one sees the prefix and what
/// stands before it. It takes sequences as their layouts describe them and predicts each output token among the ids that are allowed there.
/// </summary>
public sealed class PrefixLanguageModel : nn.Module
{
    private readonly TokenRows _rows;
    private readonly OutputHead _head;
    [ComponentName(Name = "tok_emb")] private readonly Embedding _tokens;
    [ComponentName(Name = "text_proj")] private readonly Linear _text;
    [ComponentName(Name = "positions")] private readonly PositionEmbedding _positions;
    [ComponentName(Name = "layers")] private readonly ModuleList<TransformerBlock> _blocks;
    [ComponentName(Name = "final_norm")] private readonly RootMeanSquareNorm _norm;
    [ComponentName(Name = "second_half")] private readonly SecondHalf? _second;
    [ComponentName(Name = "lm_head")] private readonly Linear? _output;

    /// <summary>Makes a model whose weights hold no values yet; load them, or draw them by <see cref="Initialise"/>.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="textWidth">The width of a text embedding.</param>
    /// <param name="device">Where its parameters live; on <c>meta</c> they have only shapes.</param>
    /// <param name="type">The type of its parameters, float32 if null.</param>
    /// <exception cref="ArgumentException">Codes are to be factorised and do not have an even number of bits.</exception>
    public PrefixLanguageModel(
        LanguageModelSpec sizes, UnifiedVocabulary vocabulary, int textWidth, Device? device = null, ScalarType? type = null)
        : base(nameof(PrefixLanguageModel))
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(vocabulary);
        (Sizes, Vocabulary, TextWidth) = (sizes, vocabulary, textWidth);
        _rows = new(vocabulary, sizes.FactorisedCodes);
        _tokens = Layers.Embedding(_rows.Count, sizes.Width, device, type);
        _text = Layers.LinearWithBias(textWidth, sizes.Width, device, type);
        _positions = new(sizes, vocabulary.AudioLevels, device, type);
        _blocks = new([.. Enumerable.Range(0, sizes.Layers).Select(_ => new TransformerBlock(sizes, device, type))]);
        _norm = new(sizes.Width, device, type);
        _second = sizes.FactorisedCodes ? new(_rows.High.Count, sizes.Width, sizes.FeedForward, device, type) : null;
        _output = sizes.TiedEmbeddings ? null : Layers.Linear(sizes.Width, _rows.Count, device, type);
        _head = new(_rows, () => (_output?.weight ?? _tokens.weight)!, _second);
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public LanguageModelSpec Sizes { get; }

    /// <summary>The token ids.</summary>
    public UnifiedVocabulary Vocabulary { get; }

    /// <summary>The width of a text embedding.</summary>
    public int TextWidth { get; }

    /// <summary>Which rows of the tables of tokens stand for which ids.</summary>
    public TokenRows Rows => _rows;

    /// <summary>The device that its parameters live on.</summary>
    public Device Device => _tokens.weight!.device;

    private int HeadWidth => Sizes.Width / Sizes.Heads;

    /// <summary>
    /// Draws all weights: normal with deviation 0.02, by √(2 · layers) less where a layer writes to the residual stream; norms scale by 1.
    /// </summary>
    /// <param name="generator">The source of random numbers; null for the global one.</param>
    public void Initialise(Generator? generator = null) => InitialWeights.Draw(this, generator);

    /// <summary>
    /// The states of whole sequences after the final norm: [batch, length, width]. Each but the last predicts the token after it. Positions that are
    /// padding in every sequence are not computed, and 0.
    /// </summary>
    /// <param name="batch">The sequences, on any device.</param>
    /// <param name="checkpointActivations">
    /// Whether blocks keep only their inputs for backward and are computed once more there: much less memory for a third more time.
    /// </param>
    /// <exception cref="ArgumentException">The batch does not fit the model; the message says in what.</exception>
    public Tensor Hidden(SequenceBatch batch, bool checkpointActivations = false)
    {
        Check(batch);
        using var scope = NewDisposeScope();
        var gap = PaddingGap.Of(batch);
        var context = AttentionContext.Of(batch, gap, HeadWidth, Sizes.RotaryBase, Device);
        var states = gap.Cut(Embed(batch, batch.Length), 1);
        foreach (var block in _blocks)
            states = checkpointActivations ? block.Checkpointed(states, context) : block.call(states, context);
        return gap.Fill(_norm.call(states)).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of the output tokens of sequences.</summary>
    /// <param name="batch">The sequences.</param>
    /// <param name="hidden">Their states, as <see cref="Hidden"/> gives them.</param>
    /// <param name="options">What is added to the cross-entropies.</param>
    /// <exception cref="ArgumentException">Nothing in the batch is learnt.</exception>
    public OutputLoss Loss(SequenceBatch batch, Tensor hidden, LanguageModelLossSpec options)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(options);
        return new OutputTargets(batch).Loss(hidden, _head, options);
    }

    /// <summary>The logits of some ids: [states, ids]; only the weights of these ids are read.</summary>
    /// <param name="hidden">States: [states, width].</param>
    /// <param name="ids">The ids, such as those that a layout allows at the next position.</param>
    /// <exception cref="ArgumentException">The ids are codes of which halves are predicted; see <see cref="HighLogits"/>.</exception>
    public Tensor Logits(Tensor hidden, IdRange ids) => _head.Logits(hidden, _rows.Of(ids));

    /// <summary>The logits of the high halves of visual codes, where <see cref="LanguageModelSpec.FactorisedCodes"/>: [states, values].</summary>
    /// <param name="hidden">States: [states, width].</param>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public Tensor HighLogits(Tensor hidden) => _head.Logits(hidden, _rows.High);

    /// <summary>The logits of the low halves of visual codes, given the high ones: [states, values].</summary>
    /// <param name="hidden">States: [states, width].</param>
    /// <param name="high">The high halves: int64 [states].</param>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public Tensor LowLogits(Tensor hidden, Tensor high)
    {
        using var second = _head.SecondStates(hidden, high);
        return _head.Logits(second, _rows.Low);
    }

    /// <summary>What positions add to the embeddings of their tokens: [count, width].</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="first">The first position.</param>
    /// <param name="count">The number of positions.</param>
    /// <exception cref="ArgumentException">The layout reaches beyond the model's coordinates.</exception>
    public Tensor Places(SequenceLayout layout, int first, int count)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        return _positions.Of([layout], first, count)[0].MoveToOuterDisposeScope();
    }

    /// <summary>Computes the prefixes of sequences, and what is given of their outputs, without gradients.</summary>
    /// <param name="batch">The sequences; their ids after the prefix and what is given are not read.</param>
    /// <param name="given">How many positions after the prefix are given.</param>
    /// <returns>What the next steps need, and the states that predict the next token, [batch, width]. The caller owns both.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the model; the message says in what.</exception>
    public (KeyValueCache Cache, Tensor Hidden) Prefill(SequenceBatch batch, int given = 0)
    {
        Check(batch);
        if (given < 0 || given > batch.Length - batch.PrefixLength)
            throw new ArgumentException($"the sequences have {batch.Length - batch.PrefixLength} positions after the prefix.", nameof(given));
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var cache = new KeyValueCache(Sizes, batch, TorchRuntime.Current.AutocastType(Device.type) ?? _tokens.weight!.dtype, Device);
        try
        {
            var count = batch.PrefixLength + given;
            var states = Continue(Embed(batch, count), cache, count);
            return (cache, states.MoveToOuterDisposeScope());
        }
        catch
        {
            cache.Dispose();
            throw;
        }
    }

    /// <summary>Goes on by one position, without gradients.</summary>
    /// <param name="cache">What <see cref="Prefill"/> and the steps before have left.</param>
    /// <param name="ids">The next id of each sequence: int64 [batch].</param>
    /// <returns>The states that predict the position after it: [batch, width].</returns>
    /// <exception cref="ArgumentException">The sequences have no such position, or there are not as many ids as sequences.</exception>
    public Tensor Step(KeyValueCache cache, Tensor ids)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(ids);
        if (!ids.shape.SequenceEqual([cache.Layouts.Count]))
            throw new ArgumentException($"one id a sequence is needed, {cache.Layouts.Count}; found [{string.Join(", ", ids.shape)}].", nameof(ids));
        if (cache.Position >= cache.Layouts[0].Length)
            throw new ArgumentException($"the sequences end at position {cache.Position - 1}.", nameof(cache));
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var states = _rows.Embed(ids.to(Device).unsqueeze(1), _tokens) + _positions.Of(cache.Layouts, cache.Position, 1);
        return Continue(states, cache, 1).MoveToOuterDisposeScope();
    }

    // The states of the last of some positions after the final norm: [batch, width].
    private Tensor Continue(Tensor states, KeyValueCache cache, int count)
    {
        var context = cache.Advance(count, HeadWidth, Sizes.RotaryBase, Device);
        for (var layer = 0; layer < _blocks.Count; layer++)
            states = _blocks[layer].Continue(states, context, cache.Layer(layer));
        return _norm.call(states.select(1, count - 1));
    }

    // The leading positions of sequences before the first block: [batch, count, width].
    private Tensor Embed(SequenceBatch batch, int count)
    {
        var states = _rows.Embed(batch.Ids.narrow(1, 0, count).to(Device), _tokens) + _positions.Of(batch.Layouts, 0, count);
        if (batch.Text is null)
            return states;
        // Text is added to the embeddings of its placeholders, each of which says how far into the text it stands; padding is left alone.
        List<long> sources = [], places = [];
        for (var row = 0; row < batch.Rows; row++)
        {
            for (var index = 0; index < batch.TextLengths[row]; index++)
            {
                sources.Add((long)row * UnifiedVocabulary.TextPositions + index);
                places.Add((long)row * count + batch.Layouts[row].Text!.Start + index);
            }
        }
        if (sources.Count == 0)
            return states;
        var text = batch.Text.to(Device).flatten(0, 1).index_select(0, tensor(sources.ToArray(), device: Device));
        var projected = _text.call(text.to_type(_text.weight!.dtype)).to_type(states.dtype);
        return states.flatten(0, 1).index_add(0, tensor(places.ToArray(), device: Device), projected, 1).view(states.shape);
    }

    private void Check(SequenceBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Length > Sizes.Context)
            throw new ArgumentException($"the sequences have {batch.Length} positions, and the model takes {Sizes.Context} at most.", nameof(batch));
        if (batch.Text is { } text && text.shape[2] != TextWidth)
            throw new ArgumentException($"the text embeddings are {text.shape[2]} wide, and the model takes {TextWidth}.", nameof(batch));
    }
}
