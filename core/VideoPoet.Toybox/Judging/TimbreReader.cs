using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Reads whose timbres are heard: of each short window, the shape whose partial tones, at any pitch, hold most of its energy.</summary>
internal static class TimbreReader
{
    private const int Window = 1_024, Hop = 512;
    private const double BinHz = (double)VideoFormat.SampleRateHz / Window;
    private const double LowestHz = 100, HighestHz = 4_000, LowestPitch = 180, HighestPitch = 560, PitchStep = 1.012;

    // How like a shape's tones a window must be, from 0 to 1; the nearest two shapes are 0.74 alike.
    private const double Alike = 0.84;

    // How much of what is heard one of two objects makes, and how much must be heard at all.
    private const double SmallestShare = 0.22, FewestWindows = 0.2, Silence = 1e-3;

    private static readonly Shape[] Shapes = Enum.GetValues<Shape>();

    /// <summary>The shapes that are heard, the one that is heard most first; none when it is silent or like none of them.</summary>
    public static ValueList<Shape> Read(Waveform sound)
    {
        var spectrum = new Spectrum(Window);
        var heard = new double[Shapes.Length];
        var (all, windows) = (0.0, 0);
        for (var first = 0; first + Window <= sound.Samples.Length; first += Hop)
        {
            windows++;
            var energies = spectrum.Of(sound.Samples.Span, first);
            var energy = Between(energies, LowestHz, HighestHz);
            if (energy < Silence)
                continue;
            var (shape, likeness) = Shapes
                .Select(shape => (shape, Likeness: Likeness(energies, energy, Timbre.Of(shape))))
                .MaxBy(pair => pair.Likeness);
            if (likeness < Alike)
                continue;
            heard[(int)shape]++;
            all++;
        }
        return all < FewestWindows * windows || all == 0
            ? []
            : Shapes.Where(shape => heard[(int)shape] >= SmallestShare * all).OrderByDescending(shape => heard[(int)shape]).Take(2).ToValueList();
    }

    // The cosine between the loudnesses of the partial tones and those of the shape, of the pitch where it is greatest.
    private static double Likeness(double[] energies, double energy, (double Multiple, double Loudness)[] partials)
    {
        var norm = Math.Sqrt(partials.Sum(partial => partial.Loudness * partial.Loudness) * energy);
        var greatest = 0.0;
        for (var pitch = LowestPitch; pitch <= HighestPitch; pitch *= PitchStep)
        {
            var sum = 0.0;
            foreach (var (multiple, loudness) in partials)
                sum += loudness * Math.Sqrt(Between(energies, pitch * multiple - 2.5 * BinHz, pitch * multiple + 2.5 * BinHz));
            greatest = Math.Max(greatest, sum / norm);
        }
        return greatest;
    }

    private static double Between(double[] energies, double low, double high)
    {
        var sum = 0.0;
        for (var bin = (int)Math.Ceiling(low / BinHz); bin <= high / BinHz && bin < energies.Length; bin++)
            sum += energies[bin];
        return sum;
    }
}
