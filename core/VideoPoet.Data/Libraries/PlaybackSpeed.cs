namespace VideoPoet.Data;

/// <summary>Plays samples faster or slower, and so higher or lower, by cubic interpolation (Catmull–Rom).</summary>
internal static class PlaybackSpeed
{
    /// <summary>How many samples are read for some that are played.</summary>
    /// <param name="played">The samples that are played, at least 1.</param>
    /// <param name="speed">Above 1 is faster and higher.</param>
    public static int Needed(int played, double speed) => (int)Math.Ceiling((played - 1) * speed) + 1;

    /// <summary>Plays samples.</summary>
    /// <param name="recorded">What is read, at least one sample.</param>
    /// <param name="speed">Above 1 is faster and higher.</param>
    /// <param name="played">What is heard; it stays silent where the recording is over.</param>
    public static void Play(ReadOnlySpan<float> recorded, double speed, Span<float> played)
    {
        var last = recorded.Length - 1;
        for (var i = 0; i < played.Length && i * speed <= last; i++)
        {
            var place = (int)(i * speed);
            var past = (float)(i * speed - place);
            var (before, from) = (recorded[Math.Max(place - 1, 0)], recorded[place]);
            var (to, after) = (recorded[Math.Min(place + 1, last)], recorded[Math.Min(place + 2, last)]);
            var slope = to - before;
            var bend = 2 * before - 5 * from + 4 * to - after;
            var twist = 3 * (from - to) + after - before;
            played[i] = from + past * (slope + past * (bend + past * twist)) / 2;
        }
    }
}
