namespace VideoPoet.Core;

/// <summary>A run of positions of one kind within a sequence.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Length">The number of positions.</param>
/// <param name="IsOutput">Whether the run lies after the prefix.</param>
public abstract record Segment(int Start, int Length, bool IsOutput)
{
    /// <summary>The position after the last one.</summary>
    public int End => Start + Length;

    /// <summary>What the positions stand for.</summary>
    public abstract Modality Modality { get; }

    /// <summary>The ids that are legal, run by run.</summary>
    public abstract IEnumerable<AllowedRun> AllowedRuns { get; }

    /// <summary>How many leading positions are given, so that they are neither learnt nor decoded.</summary>
    public virtual int Given => 0;

    /// <summary>Where a position of the segment lies in the clip.</summary>
    /// <param name="position">A position of the sequence within the segment.</param>
    public abstract TokenCoordinates CoordinatesOf(int position);
}

/// <summary>One special token.</summary>
/// <param name="Token">The token.</param>
/// <param name="Start">The position.</param>
/// <param name="IsOutput">Whether it lies after the prefix.</param>
public sealed record MarkerSegment(SpecialToken Token, int Start, bool IsOutput) : Segment(Start, 1, IsOutput)
{
    /// <inheritdoc/>
    public override Modality Modality => Modality.Special;

    /// <inheritdoc/>
    public override IEnumerable<AllowedRun> AllowedRuns => [new(Start, 1, new(Token.Id, 1))];

    /// <inheritdoc/>
    public override TokenCoordinates CoordinatesOf(int position) => new(Modality.Special);
}

/// <summary>The slot of 64 text embeddings; positions beyond the text are padding that no position attends to.</summary>
/// <param name="View">The view that yields the text.</param>
/// <param name="Start">The first position.</param>
public sealed record TextSegment(ClipView View, int Start) : Segment(Start, UnifiedVocabulary.TextPositions, IsOutput: false)
{
    /// <inheritdoc/>
    public override Modality Modality => Modality.Text;

    /// <inheritdoc/>
    public override IEnumerable<AllowedRun> AllowedRuns => [new(Start, Length, UnifiedVocabulary.Text)];

    /// <inheritdoc/>
    public override TokenCoordinates CoordinatesOf(int position) => new(Modality.Text, Time: position - Start);
}

/// <summary>Visual codes by time, row and column.</summary>
/// <param name="View">The view that yields the frames.</param>
/// <param name="Shape">The shape of the codes.</param>
/// <param name="Ids">The ids of visual codes.</param>
/// <param name="GivenFrames">How many leading latent frames are given.</param>
/// <param name="Start">The first position.</param>
/// <param name="IsOutput">Whether the segment lies after the prefix.</param>
public sealed record VisualSegment(ClipView View, LatentShape Shape, IdRange Ids, int GivenFrames, int Start, bool IsOutput)
    : Segment(Start, Shape.Tokens, IsOutput)
{
    /// <inheritdoc/>
    public override Modality Modality => Modality.Visual;

    /// <inheritdoc/>
    public override IEnumerable<AllowedRun> AllowedRuns => [new(Start, Length, Ids)];

    /// <inheritdoc/>
    public override int Given => GivenFrames * Shape.FrameTokens;

    /// <summary>The position after a latent frame: once it is reached, the frames up to it can be shown.</summary>
    /// <param name="latentFrame">The latent frame, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such latent frame.</exception>
    public int EndOf(int latentFrame)
    {
        if (latentFrame < 0 || latentFrame >= Shape.Time)
            throw new ArgumentOutOfRangeException(nameof(latentFrame), latentFrame, $"the segment has {Shape.Time} latent frames.");
        return Start + (latentFrame + 1) * Shape.FrameTokens;
    }

    /// <inheritdoc/>
    public override TokenCoordinates CoordinatesOf(int position)
    {
        var (time, within) = Math.DivRem(position - Start, Shape.FrameTokens);
        var (row, column) = Math.DivRem(within, Shape.Width);
        return new(Modality.Visual, time, row, column);
    }
}

/// <summary>Audio codes by level, then by frame; every level has ids of its own.</summary>
/// <param name="View">The view that yields the sound.</param>
/// <param name="Shape">The shape of the codes.</param>
/// <param name="Ids">The ids of audio codes, all levels.</param>
/// <param name="Start">The first position.</param>
/// <param name="IsOutput">Whether the segment lies after the prefix.</param>
public sealed record AudioSegment(ClipView View, AudioShape Shape, IdRange Ids, int Start, bool IsOutput) : Segment(Start, Shape.Tokens, IsOutput)
{
    /// <inheritdoc/>
    public override Modality Modality => Modality.Audio;

    /// <inheritdoc/>
    public override IEnumerable<AllowedRun> AllowedRuns =>
        Enumerable.Range(0, Shape.Levels).Select(level => new AllowedRun(Start + level * Shape.Frames, Shape.Frames, IdsOf(level)));

    /// <summary>The ids of one level.</summary>
    /// <param name="level">The level, from 0.</param>
    public IdRange IdsOf(int level)
    {
        var codes = Ids.Count / Shape.Levels;
        return new(Ids.Start + level * codes, codes);
    }

    /// <inheritdoc/>
    public override TokenCoordinates CoordinatesOf(int position)
    {
        var (level, frame) = Math.DivRem(position - Start, Shape.Frames);
        return new(Modality.Audio, frame, Level: level);
    }
}
