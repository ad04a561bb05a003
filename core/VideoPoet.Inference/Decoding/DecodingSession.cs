using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Inference.Decoding.Sampling;
using VideoPoet.Inference.Decoding.Steps;

namespace VideoPoet.Inference.Decoding;

/// <summary>Decodes samples with any model that goes step by step: what is drawn, and from which ids, is decided here.</summary>
internal sealed class DecodingSession : IDecodingSession
{
    private readonly DecodingPlan _plan;
    private readonly IStepModel _model;
    private readonly TokenSampler _sampler;
    private readonly UnifiedVocabulary _vocabulary;
    private readonly int _highValues;
    private readonly int[][] _ids;
    private readonly int[] _next, _high;
    private readonly CollapseGuard _guard;
    private int _computed;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is decoded.</param>
    /// <param name="model">The model, which has computed what precedes the first choice; owned by the session from here on.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="highValues">How many values the halves of visual codes have; 0 when codes are whole.</param>
    public DecodingSession(DecodingPlan plan, IStepModel model, UnifiedVocabulary vocabulary, int highValues)
    {
        (_plan, _model, _vocabulary, _highValues) = (plan, model, vocabulary, highValues);
        _sampler = new(plan.Request.Sampling);
        _ids = [.. plan.Request.Seeds.Select(_ => plan.Request.Prompt.Ids.ToArray())];
        (_next, _high) = (new int[plan.Samples], new int[plan.Samples]);
        _guard = new(plan);
        (Position, _computed) = (plan.Start, plan.FirstChoice);
        for (var position = plan.Layout.PrefixLength; position < plan.Start; position++)
            Put(position);
    }

    /// <inheritdoc/>
    public int Position { get; private set; }

    /// <inheritdoc/>
    public bool IsComplete => Position == _plan.Layout.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Ids(int sample) => _ids[sample].AsSpan(0, Position);

    /// <inheritdoc/>
    public IReadOnlyList<LatentFrameReport> Frames(int sample) => _guard.Reports(sample);

    /// <inheritdoc/>
    public void Step(CancellationToken cancellationToken = default)
    {
        if (IsComplete)
            throw new InvalidOperationException("the samples are complete.");
        cancellationToken.ThrowIfCancellationRequested();
        if (_plan.IsGiven[Position] || _plan.Allowed[Position].Count == 1)
            Put(Position);
        else
            Draw(cancellationToken);
        Position++;
        if (_guard.Rejected(Position, _ids) is { } frameStart)
            Rewind(frameStart);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    // What is not chosen.
    private void Put(int position)
    {
        foreach (var ids in _ids)
            ids[position] = _plan.IsGiven[position] ? _plan.Request.Prompt.Ids[position] : _plan.Allowed[position].Start;
    }

    private void Draw(CancellationToken cancellationToken)
    {
        for (; _computed < Position; _computed++)
        {
            // After a marker or given tokens there are several.
            cancellationToken.ThrowIfCancellationRequested();
            for (var sample = 0; sample < _ids.Length; sample++)
                _next[sample] = _ids[sample][_computed];
            _model.Advance(_next);
        }
        var allowed = _plan.Allowed[Position];
        if (_highValues > 0 && _vocabulary.Visual.Start == allowed.Start)
            DrawHalves(allowed);
        else
            DrawWhole(allowed);
    }

    private void DrawWhole(IdRange allowed)
    {
        _model.ComputeLogits(allowed);
        for (var sample = 0; sample < _ids.Length; sample++)
        {
            var drawn = DrawOne(sample, RandomOf(sample));
            _ids[sample][Position] = allowed.Start + drawn.Index;
            _guard.Saw(sample, drawn.Entropy);
        }
    }

    private void DrawHalves(IdRange allowed)
    {
        // One sequence of random numbers for both halves.
        _model.ComputeHighLogits();
        for (var sample = 0; sample < _ids.Length; sample++)
        {
            var drawn = DrawOne(sample, RandomOf(sample));
            _high[sample] = drawn.Index;
            _guard.Saw(sample, drawn.Entropy);
        }
        _model.ComputeLowLogits(_high);
        for (var sample = 0; sample < _ids.Length; sample++)
        {
            var random = RandomOf(sample);
            random.NextBits();
            var drawn = DrawOne(sample, random);
            _ids[sample][Position] = allowed.Start + _high[sample] * _highValues + drawn.Index;
            _guard.Saw(sample, drawn.Entropy);
        }
    }

    private Draw DrawOne(int sample, CounterRandom random)
    {
        var logits = _model.Logits(0, sample);
        if (_plan.Branches.Count > 1)
            _sampler.Guide(logits, _model.Logits(1, sample));
        return _sampler.Draw(logits, random.NextDouble());
    }

    private CounterRandom RandomOf(int sample) => new(_plan.Request.Seeds[sample], Position, _guard.Attempt(sample));

    private void Rewind(int position)
    {
        Position = position;
        // The token before the first that is drawn again is taken once more: only keys and values are kept, not what they led to.
        _computed = Math.Max(_plan.FirstChoice, position - 1);
        _model.Rewind(_computed - _plan.FirstChoice);
    }
}
