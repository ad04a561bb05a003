using VideoPoet.Core;

namespace VideoPoet.Inference.Decoding;

/// <summary>Watches the latent frames of samples for repetition with low entropy, and says which are drawn again.</summary>
internal sealed class CollapseGuard
{
    private readonly CollapseOptions _options;
    private readonly VisualSegment? _segment;
    private readonly double[] _entropies;
    private readonly int[] _attempts;
    private readonly List<LatentFrameReport>[] _reports;

    /// <summary>Watches the visual output.</summary>
    /// <param name="plan">What is decoded.</param>
    public CollapseGuard(DecodingPlan plan)
    {
        _options = plan.Request.Sampling.Collapse;
        _segment = plan.Layout.VisualOutput;
        (_entropies, _attempts) = (new double[plan.Samples], new int[plan.Samples]);
        _reports = [.. plan.Request.Seeds.Select(_ => new List<LatentFrameReport>())];
    }

    /// <summary>What came of a sample's latent frames.</summary>
    /// <param name="sample">The sample.</param>
    public IReadOnlyList<LatentFrameReport> Reports(int sample) => _reports[sample];

    /// <summary>How often a sample's latest latent frame has been drawn again: other random numbers each time.</summary>
    /// <param name="sample">The sample.</param>
    public int Attempt(int sample) => _attempts[sample];

    /// <summary>Notes the entropy of a choice.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="entropy">Nats.</param>
    public void Saw(int sample, double entropy) => _entropies[sample] += entropy;

    /// <summary>
    /// Judges a latent frame that has just become complete. When one sample's is to be drawn again, all go back: the others draw the same as before.
    /// </summary>
    /// <param name="position">The position after the latest.</param>
    /// <param name="ids">The ids of each sample.</param>
    /// <returns>The position to go back to; null to go on.</returns>
    public int? Rejected(int position, int[][] ids)
    {
        if (_segment is null || position <= _segment.Start || position > _segment.End)
            return null;
        var (frame, within) = Math.DivRem(position - _segment.Start, _segment.Shape.FrameTokens);
        if (within > 0)
            return null;
        frame--;
        if (frame < _segment.GivenFrames)
            return null;
        var reports = ids.Select((own, sample) => Judge(own, sample, frame)).ToArray();
        Array.Clear(_entropies);
        var isRejected = false;
        for (var sample = 0; sample < reports.Length; sample++)
        {
            if (reports[sample].IsCollapsed && _attempts[sample] < _options.Resamples)
            {
                _attempts[sample]++;
                isRejected = true;
            }
        }
        if (isRejected)
            return position - _segment.Shape.FrameTokens;
        for (var sample = 0; sample < reports.Length; sample++)
            _reports[sample].Add(reports[sample]);
        Array.Clear(_attempts);
        return null;
    }

    private LatentFrameReport Judge(int[] ids, int sample, int frame)
    {
        var count = _segment!.Shape.FrameTokens;
        var own = ids.AsSpan(_segment.EndOf(frame) - count, count);
        var repeated = 0.0;
        if (frame > 0)
        {
            var before = ids.AsSpan(_segment.EndOf(frame) - 2 * count, count);
            for (var index = 0; index < count; index++)
                repeated += own[index] == before[index] ? 1.0 / count : 0;
        }
        var entropy = _entropies[sample] / count;
        var isCollapsed = frame > 0 && repeated > _options.MostRepeated && entropy < _options.LeastEntropy;
        return new(frame, repeated, entropy, _attempts[sample], isCollapsed);
    }
}
