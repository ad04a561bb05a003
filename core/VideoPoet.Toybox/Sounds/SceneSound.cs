using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>
/// Plays what a scene sounds like: each object hums in the timbre of its shape, higher the higher and the smaller it is, louder the further right and
/// the larger it is, trembling as it turns; and each touch of the ground is a click. Two objects take turns. The same samples on every machine.
/// </summary>
/// <remarks>The places are those of a square frame, so that a scene sounds the same at every size.</remarks>
public static class SceneSound
{
    /// <summary>How long an object hums before it is the other's turn, seconds.</summary>
    public const double TurnSeconds = 0.25;

    private const int Rate = VideoFormat.SampleRateHz;

    // Pitch and loudness are computed so often, and are straight lines between.
    private const int ControlSamples = 160;

    private const double Pitch = 290, HeightOctaves = 0.9, SizeOctaves = 0.7;
    private const double Loudest = 0.34, TurnFadeSeconds = 0.012;
    private const double ClickSeconds = 0.03, ClickLoudness = 0.6;

    /// <summary>Plays a scene from its beginning.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="samples">How many samples, at least 1; 16,000 a second.</param>
    public static Waveform Play(Scene scene, int samples)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var sum = new double[samples];
        for (var thing = 0; thing < scene.Objects.Count; thing++)
            Hum(scene.Objects[thing], thing, scene.Objects.Count, sum);
        foreach (var bounce in Bounces(scene, (double)samples / Rate))
            Click(bounce, sum);
        return new(Array.ConvertAll(sum, sample => (float)Math.Clamp(sample, -1, 1)));
    }

    /// <summary>When an object touches the ground, seconds from the beginning, in order.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="seconds">Up to when.</param>
    public static ValueList<double> Bounces(Scene scene, double seconds)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return scene.Objects.SelectMany(thing => new ObjectPath(thing, 1, 1).Bounces(seconds)).Order().ToValueList();
    }

    private static void Hum(SceneObject thing, int number, int count, double[] sum)
    {
        var path = new ObjectPath(thing, 1, 1);
        var partials = Timbre.Of(thing.Shape);
        var angle = 0.0;
        var (pitch, loudness) = Tone(thing, path.At(0));
        for (var first = 0; first < sum.Length; first += ControlSamples)
        {
            var (nextPitch, nextLoudness) = Tone(thing, path.At((double)(first + ControlSamples) / Rate));
            for (var i = 0; i < ControlSamples && first + i < sum.Length; i++)
            {
                var part = (double)i / ControlSamples;
                angle += (pitch + (nextPitch - pitch) * part) / Rate;
                var loud = (loudness + (nextLoudness - loudness) * part) * Turn((double)(first + i) / Rate, number, count);
                if (loud > 0)
                {
                    foreach (var partial in partials)
                        sum[first + i] += loud * partial.Loudness * Exact.Sin(angle * partial.Multiple);
                }
            }
            (pitch, loudness) = (nextPitch, nextLoudness);
        }
    }

    private static (double Pitch, double Loudness) Tone(SceneObject thing, Pose pose)
    {
        var height = Math.Clamp(1 - pose.Y, 0, 1) - 0.5;
        var size = pose.Radius / ObjectPath.RadiusAlone;
        var pitch = Pitch * Exact.PowerOfTwo(HeightOctaves * height - SizeOctaves * (size - 1));
        var loudness = Loudest * (0.5 + 0.5 * Math.Clamp(pose.X, 0, 1)) * Math.Min(1, 0.4 + 0.6 * size);
        // It trembles twice a turn.
        return (pitch, thing.Motion == Motion.Spin ? loudness * (0.7 + 0.3 * Exact.Sin(2 * pose.Turn)) : loudness);
    }

    // Whose turn it is, with soft borders.
    private static double Turn(double time, int number, int count)
    {
        if (count == 1)
            return 1;
        var since = time - Math.Floor(time / (TurnSeconds * count)) * TurnSeconds * count - TurnSeconds * number;
        return Math.Clamp(Math.Min(since, TurnSeconds - since) / TurnFadeSeconds, 0, 1);
    }

    private static void Click(double time, double[] sum)
    {
        var first = (int)Math.Ceiling(time * Rate);
        var length = (int)(ClickSeconds * Rate);
        var noise = new CounterRandom(0, 0, 0);
        for (var i = 0; i < length; i++)
        {
            var left = 1 - (double)i / length;
            var sample = (2 * noise.NextDouble() - 1) * left * left * ClickLoudness;
            if (first + i < sum.Length)
                sum[first + i] += sample;
        }
    }
}
