using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tokenizers;
using static TorchSharp.torch;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Turns generated sequences into frames and sounds.</summary>
/// <param name="video">Where the video tokenizer is; null where it is not at hand, and frames are not made. Not disposed of.</param>
/// <param name="audio">Where the audio tokenizer is; null where it is not at hand, and sounds are not made. Not disposed of.</param>
public sealed class SampleDecoder(TokenizerFolder? video, TokenizerFolder? audio)
{
    /// <summary>The frames and the sound of a sequence's outputs; null where it has none.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="ids">One id a position.</param>
    public (PixelFrames? Frames, Waveform? Sound) Decode(SequenceLayout layout, int[] ids)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        PixelFrames? frames = null;
        Waveform? sound = null;
        foreach (var (segment, codes) in layout.CodeSegments.Zip(layout.Parse(ids)).Where(entry => entry.First.IsOutput))
        {
            var numbers = tensor(codes.Select(code => (long)code).ToArray());
            if (segment is VisualSegment { Shape: var shape } && video is not null)
            {
                frames = PixelTensors.ToFrames(video.Video.Decode(numbers.view(1, shape.Time, shape.Height, shape.Width)));
            }
            else if (segment is AudioSegment { Shape: var heard } && audio is not null)
            {
                var samples = audio.Audio.Decode(numbers.view(1, heard.Levels, heard.Frames));
                sound = new(samples.clamp(-1, 1).to_type(ScalarType.Float32).data<float>().ToArray());
            }
        }
        return (frames, sound);
    }
}
