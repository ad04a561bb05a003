using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Models.SoundStream;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Measures an audio tokenizer on held-out sounds: to codes and back, the way that users go.</summary>
internal static class AudioTokenizerEvaluation
{
    private const int WrittenSounds = 6;

    private static readonly FrameSize PictureSize = new(480, 160);

    /// <summary>Encodes and decodes sounds.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="windows">The sounds.</param>
    /// <param name="isQuantized">Whether its codebooks have started; before, the latents are decoded as they are.</param>
    /// <param name="folder">Gets <c>spectrograms.png</c>, originals beside decoded sounds, and both as wav files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(
        SoundStreamTokenizer tokenizer, IReadOnlyList<SoundWindow> windows, bool isQuantized, string folder, CancellationToken cancellationToken)
    {
        var decibels = new List<double>();
        var distances = new List<double>();
        var usage = new CodeUsage(tokenizer.Levels);
        var rows = new List<SheetRow>();
        foreach (var window in windows.Where(window => window.Sound.Samples.Length >= tokenizer.SampleStride))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var samples = window.Sound.Samples.Length / tokenizer.SampleStride * tokenizer.SampleStride;
            var original = window.Sound.Leading(samples);
            var decoded = Decoded(tokenizer, original, isQuantized, usage);
            decibels.Add(SignalToDistortion.Of(original, decoded));
            distances.Add(MelDistance.Of(original, decoded));
            if (decibels.Count <= WrittenSounds)
                rows.Add(await WriteAsync(window.Source, original, decoded, decibels, distances, folder, cancellationToken).ConfigureAwait(false));
        }
        if (decibels.Count == 0)
            return [];
        await MediaWriter.WritePictureAsync(Path.Combine(folder, "spectrograms.png"), ContactSheet.Draw([.. rows]), cancellationToken)
            .ConfigureAwait(false);
        return
        [
            new("si_sdr_db", decibels.Average()),
            new("si_sdr_db_lowest", decibels.Min()),
            new("mel_distance", distances.Average()),
            .. isQuantized ? usage.Figures : [],
            new("sounds", decibels.Count),
        ];
    }

    private static async Task<SheetRow> WriteAsync(
        string source, Waveform original, Waveform decoded, List<double> decibels, List<double> distances, string folder,
        CancellationToken cancellationToken)
    {
        using AudioClip first = new(original), second = new(decoded);
        foreach (var (sound, name) in new[] { (first, "original"), (second, "decoded") })
        {
            var path = Path.Combine(folder, $"sound-{decibels.Count:00}-{name}.wav");
            await MediaWriter.WriteAsync(path, new MediaClip(null, sound), cancellationToken).ConfigureAwait(false);
        }
        var pictures = new[]
        {
            await SpectrogramPicture.DrawAsync(first, PictureSize, cancellationToken).ConfigureAwait(false),
            await SpectrogramPicture.DrawAsync(second, PictureSize, cancellationToken).ConfigureAwait(false),
        };
        // Labels are ASCII.
        var name2 = new string([.. source.Select(letter => char.IsAscii(letter) ? letter : '?')]);
        var label = string.Create(CultureInfo.InvariantCulture, $"{name2}: SI-SDR {decibels[^1]:0.0} dB, mel distance {distances[^1]:0.00}");
        return new(Join(pictures), label);
    }

    private static PixelFrames Join(PixelFrames[] pictures) =>
        new(pictures.SelectMany(picture => picture.Pixels.ToArray()).ToArray(), PictureSize.Height, PictureSize.Width);

    private static Waveform Decoded(SoundStreamTokenizer tokenizer, Waveform original, bool isQuantized, CodeUsage usage)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var sound = tensor(original.Samples.ToArray(), [1, 1, original.Samples.Length]);
        Tensor decoded;
        if (isQuantized)
        {
            var codes = tokenizer.Encode(sound);
            usage.Add(codes);
            decoded = tokenizer.Decode(codes);
        }
        else
        {
            decoded = tokenizer.Pass(sound);
        }
        return new(decoded.clamp(-1, 1).data<float>().ToArray());
    }
}
