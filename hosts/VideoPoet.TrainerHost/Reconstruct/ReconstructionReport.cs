using System.Globalization;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Writes a listing for people.</summary>
internal static class ReconstructionReport
{
    public static void Write(ReconstructionListing listing, TextWriter output)
    {
        if (listing.Video is { } video)
        {
            var rate = video.FramesPerSecond is { } perSecond ? Text($" at {perSecond:0.###} frames a second") : "";
            output.WriteLine(Text($"pictures          {video.Frames} of {video.Width}×{video.Height}{rate}"));
            output.WriteLine(Text($"  tokens          {video.Tokens:N0}, {Bits(video.Bits, video.BitsPerSecond)}"));
            output.WriteLine($"  PSNR            {(video.PsnrDb is { } psnr ? Text($"{psnr:0.00} dB") : "infinite: nothing differs")}");
            output.WriteLine($"  SSIM            {(video.Ssim is { } ssim ? Text($"{ssim:0.0000}") : "none: frames smaller than its window")}");
        }
        if (listing.Sound is { } sound)
        {
            output.WriteLine(Text($"sound             {sound.Seconds:0.##} s"));
            output.WriteLine(Text($"  tokens          {sound.Tokens:N0}, {Bits(sound.Bits, sound.BitsPerSecond)}"));
            output.WriteLine(Text($"  mel distance    {sound.MelDistance:0.000}"));
            output.WriteLine($"  SI-SDR          {(sound.SiSdrDb is { } ratio ? Text($"{ratio:0.00} dB") : "not finite")}");
        }
    }

    private static string Bits(double bits, double? perSecond) =>
        perSecond is { } rate ? Text($"{rate:N0} bits a second") : Text($"{bits:N0} bits");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
