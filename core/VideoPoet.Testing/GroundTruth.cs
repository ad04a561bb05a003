using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>A clip of one format and its tokens, made once for all cases in the format.</summary>
internal sealed class GroundTruth
{
    private readonly Lazy<int[][]> _visual, _audio;

    public GroundTruth(VideoFormat format)
    {
        Clip = ReferenceClip.Of(format);
        _visual = new(() => ReferenceTokenizer.Encode(Modality.Visual, Clip));
        _audio = new(() => ReferenceTokenizer.Encode(Modality.Audio, Clip));
    }

    /// <summary>The clip.</summary>
    public Clip Clip { get; }

    /// <summary>The tokens of the whole clip.</summary>
    public int[][] Tokens(Modality modality) => modality == Modality.Visual ? _visual.Value : _audio.Value;
}
