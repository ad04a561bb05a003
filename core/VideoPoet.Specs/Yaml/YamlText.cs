using System.Text;

namespace VideoPoet.Specs.Yaml;

/// <summary>Reads the text of a YAML file: UTF-8, with or without a byte order mark, of bounded size.</summary>
internal static class YamlText
{
    private static readonly (byte[] Mark, string Name)[] ForeignMarks =
    [
        ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ];

    /// <summary>The file's text, or null after reporting why there is none.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="wanted">Where the file was asked for: a missing file is that place's mistake.</param>
    /// <param name="errors">Receives the mistakes.</param>
    public static string? Read(string file, Origin wanted, SpecErrors errors)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!stream.CanSeek)
            {
                errors.Add(wanted, $"'{file}' is not a regular file; a YAML file is needed.");
                return null;
            }

            if (stream.Length > YamlLimits.Bytes)
            {
                errors.Add(new WholeFileOrigin(file), $"the file has {stream.Length} bytes; a specification has at most {YamlLimits.Bytes}.");
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Decode(bytes, file, errors);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(wanted, Reason(file, exception));
            return null;
        }
    }

    private static string Reason(string file, Exception exception) =>
        Directory.Exists(file) ? $"'{file}' is a folder; a YAML file is needed."
        : exception is FileNotFoundException or DirectoryNotFoundException ? $"there is no file '{file}'."
        : $"cannot read '{file}': {exception.Message}";

    private static string? Decode(byte[] bytes, string file, SpecErrors errors)
    {
        foreach (var (mark, name) in ForeignMarks)
        {
            if (bytes.AsSpan().StartsWith(mark))
            {
                errors.Add(new WholeFileOrigin(file), $"the file is encoded in {name}; save it as UTF-8.");
                return null;
            }
        }

        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = bytes.AsSpan(start);
        if (!System.Text.Unicode.Utf8.IsValid(content))
        {
            var bad = FirstInvalidByte(content);
            errors.Add(PlaceOf(content[..bad], file), $"the byte 0x{content[bad]:X2} is not UTF-8; save the file as UTF-8.");
            return null;
        }

        var nul = content.IndexOf((byte)0);
        if (nul >= 0)
        {
            errors.Add(PlaceOf(content[..nul], file), "the file contains a NUL character; save it as UTF-8 text.");
            return null;
        }

        return Encoding.UTF8.GetString(content);
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(content[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;

        return position;
    }

    private static FileOrigin PlaceOf(ReadOnlySpan<byte> before, string file)
    {
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(file, 1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(before[lineStart..]));
    }
}
