using System.Buffers.Binary;

namespace VideoPoet.Media;

/// <summary>Sound as a wav file: one channel of 16-bit samples.</summary>
internal static class WavFile
{
    private const int HeaderBytes = 44, SampleBytes = sizeof(short), PartSamples = 1 << 16;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(string path, AudioClip sound, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Header(sound), cancellation).ConfigureAwait(false);
            var part = new byte[PartSamples * SampleBytes];
            for (var start = 0; start < sound.Samples.Length; start += PartSamples)
            {
                var samples = sound.Samples[start..Math.Min(start + PartSamples, sound.Samples.Length)];
                Encode(samples.Span, part);
                await file.WriteAsync(part.AsMemory(0, samples.Length * SampleBytes), cancellation).ConfigureAwait(false);
            }
        }
    }

    private static void Encode(ReadOnlySpan<float> samples, Span<byte> bytes)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var value = (short)Math.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * SampleBytes)..], value);
        }
    }

    private static byte[] Header(AudioClip sound)
    {
        var dataBytes = checked((uint)((long)sound.Samples.Length * SampleBytes));
        var header = new byte[HeaderBytes];
        var span = header.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], checked(dataBytes + HeaderBytes - 8));
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(span[24..], (uint)sound.SampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(span[28..], (uint)(sound.SampleRateHz * SampleBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(span[32..], SampleBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(span[34..], 8 * SampleBytes);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[40..], dataBytes);
        return header;
    }
}
