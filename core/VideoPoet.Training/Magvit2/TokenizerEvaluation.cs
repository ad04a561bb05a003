using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Models.Magvit2;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Measures a video tokenizer on held-out windows: to ids and back, the way that users go.</summary>
internal static class TokenizerEvaluation
{
    private const int PicturedWindows = 8;

    /// <summary>Encodes and decodes windows.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="folder">Gets <c>reconstructions.png</c>: originals above reconstructions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(
        VideoTokenizer tokenizer, IReadOnlyList<VideoWindow> windows, string folder, CancellationToken cancellationToken)
    {
        if (windows.Count == 0)
            return [];
        var decibels = new List<double>();
        var similarities = new List<double>();
        var ids = new List<long>();
        var rows = new List<SheetRow>();
        foreach (var window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var decoded = Decoded(tokenizer, window.Frames, ids);
            decibels.Add(Psnr.Of(window.Frames, decoded));
            similarities.Add(Ssim.Of(window.Frames, decoded));
            if (rows.Count < 2 * PicturedWindows)
            {
                rows.Add(new(window.Frames, Label(window, decibels[^1])));
                rows.Add(new(decoded));
            }
        }
        await MediaWriter.WritePictureAsync(Path.Combine(folder, "reconstructions.png"), ContactSheet.Draw([.. rows]), cancellationToken)
            .ConfigureAwait(false);
        var counts = ids.CountBy(id => id).Select(pair => (double)pair.Value / ids.Count).ToList();
        return
        [
            new("psnr_db", decibels.Average()),
            new("psnr_db_lowest", decibels.Min()),
            new("ssim", similarities.Average()),
            new("codes_used", counts.Count),
            new("code_perplexity", Math.Exp(-counts.Sum(share => share * Math.Log(share)))),
            new("tokens", ids.Count),
            new("windows", windows.Count),
        ];
    }

    private static PixelFrames Decoded(VideoTokenizer tokenizer, PixelFrames frames, List<long> ids)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var codes = tokenizer.Encode(PixelTensors.ToTensor(frames));
        ids.AddRange(codes.data<long>().ToArray());
        return PixelTensors.ToFrames(tokenizer.Decode(codes));
    }

    // Labels are ASCII.
    private static string Label(VideoWindow window, double decibels)
    {
        var source = new string([.. window.Source.Select(letter => char.IsAscii(letter) ? letter : '?')]);
        return string.Create(CultureInfo.InvariantCulture, $"{source} {window.Start.TotalSeconds:0.00} s: {decibels:0.0} dB");
    }
}
