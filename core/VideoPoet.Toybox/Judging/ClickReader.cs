using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Reads when clicks are heard: sudden energy above all partial tones.</summary>
internal static class ClickReader
{
    private const int Window = 256, Hop = 64;
    private const double LowestHz = 4_500;

    // Above the noise of a codec, and above what is usual in the clip.
    private const double Quietest = 0.02, AboveUsual = 12, RisesAt = 0.25;

    // Nothing bounces twice in that time.
    private const double Apart = 0.2;

    /// <summary>The times, seconds from the beginning.</summary>
    public static ValueList<double> Read(Waveform sound)
    {
        var spectrum = new Spectrum(Window);
        var first = (int)Math.Ceiling(LowestHz * Window / VideoFormat.SampleRateHz);
        var energies = new List<double>();
        // Whole windows only: the cut at the end of a sound has all frequencies.
        for (var start = 0; start + Window <= sound.Samples.Length; start += Hop)
            energies.Add(spectrum.Of(sound.Samples.Span, start).Skip(first).Sum());
        if (energies.Count == 0)
            return [];
        var threshold = Math.Max(Quietest, AboveUsual * Statistics.Median(energies));
        var clicks = new List<double>();
        for (var i = 0; i < energies.Count; i++)
        {
            if (energies[i] < threshold)
                continue;
            var peak = energies.Skip(i).Take((int)(Apart / 2 * VideoFormat.SampleRateHz / Hop)).Max();
            while (energies[i] < RisesAt * peak)
                i++;
            clicks.Add((i * Hop + Window / 2) / (double)VideoFormat.SampleRateHz);
            i += (int)(Apart * VideoFormat.SampleRateHz / Hop);
        }
        return clicks.ToValueList();
    }
}
