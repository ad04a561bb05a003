using System.Buffers.Binary;

namespace VideoPoet.Media;

/// <summary>Sound as a wav file: one channel of 16-bit samples.</summary>
internal static class WavFile
{
    /// <summary>The bytes before the samples.</summary>
    public const int HeaderBytes = 44;

    /// <summary>The bytes of a sample.</summary>
    public const int SampleBytes = sizeof(short);

    // Of a sound whose length is not known; readers take what comes.
    private const uint UnknownBytes = uint.MaxValue;

    private const int PartSamples = 1 << 16;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(string path, AudioClip sound, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Header(sound.Samples.Length, sound.SampleRateHz), cancellation).ConfigureAwait(false);
            await WriteSamplesAsync(file, sound.Samples, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes samples.</summary>
    /// <param name="file">The file, at the place where they belong.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteSamplesAsync(Stream file, ReadOnlyMemory<float> samples, CancellationToken cancellation)
    {
        var part = new byte[Math.Min(PartSamples, samples.Length) * SampleBytes];
        for (var start = 0; start < samples.Length; start += PartSamples)
        {
            var next = samples[start..Math.Min(start + PartSamples, samples.Length)];
            Encode(next.Span, part);
            await file.WriteAsync(part.AsMemory(0, next.Length * SampleBytes), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What stands before the samples.</summary>
    /// <param name="samples">How many there are; 2³² bytes are the most that the format can say.</param>
    /// <param name="sampleRateHz">Samples a second.</param>
    public static byte[] Header(long samples, int sampleRateHz)
    {
        var dataBytes = checked((uint)(samples * SampleBytes));
        return Header(dataBytes, checked(dataBytes + HeaderBytes - 8), sampleRateHz);
    }

    /// <summary>What stands before samples that come as they come.</summary>
    /// <param name="sampleRateHz">Samples a second.</param>
    public static byte[] OpenHeader(int sampleRateHz) => Header(UnknownBytes, UnknownBytes, sampleRateHz);

    private static byte[] Header(uint dataBytes, uint rest, int sampleRateHz)
    {
        var header = new byte[HeaderBytes];
        var span = header.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], rest);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(span[24..], (uint)sampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(span[28..], (uint)(sampleRateHz * SampleBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(span[32..], SampleBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(span[34..], 8 * SampleBytes);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[40..], dataBytes);
        return header;
    }

    private static void Encode(ReadOnlySpan<float> samples, Span<byte> bytes)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var value = (short)Math.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * SampleBytes)..], value);
        }
    }
}
