namespace VideoPoet.Tests;

/// <summary>Damages files as disks, networks and enemies do; the same seed gives the same damage.</summary>
internal static class Mutation
{
    /// <summary>How many files are damaged: as the environment variable VIDEOPOET_MUTATIONS says, and else as many as a test run bears.</summary>
    public static int Count(int usual) =>
        Environment.GetEnvironmentVariable("VIDEOPOET_MUTATIONS") is { Length: > 0 } count ? int.Parse(count) : usual;

    /// <summary>The bytes of a file, cut, spliced, overwritten or flipped.</summary>
    /// <param name="original">The bytes of the file.</param>
    /// <param name="other">The bytes of another file, for splices.</param>
    /// <param name="random">What chooses.</param>
    public static byte[] Of(byte[] original, byte[] other, Random random)
    {
        byte[] bytes = [.. original];
        switch (random.Next(6))
        {
            case 0: // cut
                return bytes[..random.Next(1, bytes.Length)];
            case 1: // a part is missing, or there twice
                return [.. bytes[..random.Next(1, bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            case 2: // the other file goes on
                return [.. bytes[..random.Next(1, bytes.Length)], .. other[random.Next(other.Length)..]];
            case 3: // a number becomes an extreme one, most often where a file describes itself
                var place = random.Next(Math.Min(bytes.Length, random.Next(2) == 0 ? 512 : bytes.Length) - 8);
                bytes.AsSpan(place, random.Next(1, 9)).Fill(random.Next(2) == 0 ? (byte)0xff : (byte)0x7f);
                return bytes;
            case 4: // noise
                for (var count = random.Next(1, 200); count > 0; count--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default: // a few bits
                for (var count = random.Next(1, 5); count > 0; count--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }
}
