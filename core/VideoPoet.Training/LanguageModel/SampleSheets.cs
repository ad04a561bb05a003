using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training.LanguageModels;

/// <summary>
/// Writes what was generated: the ids of each task, and with the tokenizers one picture of all frames, a video of each that moves, and sounds.
/// </summary>
internal sealed class SampleSheets(string folder, SampleDecoder? decoder)
{
    private readonly List<SheetRow> _rows = [];

    /// <summary>Adds the sequences of a task.</summary>
    /// <param name="variant">The form of the task.</param>
    /// <param name="ids">int64 [sequences, length]</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task AddAsync(MixtureVariant variant, Tensor ids, CancellationToken cancellationToken)
    {
        int[][] sequences = [.. Sequences(ids)];
        await File.WriteAllLinesAsync(
            Path.Combine(folder, $"{variant.Entry}.txt"), sequences.Select(sequence => string.Join(' ', sequence)), cancellationToken);
        if (decoder is null)
            return;
        foreach (var (number, sequence) in sequences.Index())
        {
            var (frames, sound) = decoder.Decode(variant.Layout, sequence);
            var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{variant.Entry}-{number + 1:00}"));
            if (frames is not null)
                _rows.Add(new(frames, $"{variant.Entry}, {variant.Format.Name}"));
            using var heard = sound is null ? null : new AudioClip(sound);
            if (frames is { Count: > 1 })
                await MediaWriter.WriteAsync($"{name}.mp4", new(new VideoClip(frames, VideoFormat.FramesPerSecond), heard), cancellationToken);
            else if (heard is not null)
                await MediaWriter.WriteAsync($"{name}.wav", new(null, heard), cancellationToken);
        }
    }

    /// <summary>Writes the picture of all frames.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count > 0)
            await MediaWriter.WritePictureAsync(Path.Combine(folder, "samples.png"), ContactSheet.Draw([.. _rows]), cancellationToken);
    }

    private static IEnumerable<int[]> Sequences(Tensor ids)
    {
        for (var row = 0; row < ids.shape[0]; row++)
        {
            using var sequence = ids[row].contiguous();
            yield return [.. sequence.data<long>().ToArray().Select(id => (int)id)];
        }
    }
}
