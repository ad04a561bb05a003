using System.Text.Json;

namespace VideoPoet.Training;

/// <summary>The log of a run: a file of one JSON object a line, which a resumed run cuts to where its checkpoint was written.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly FileStream _stream;

    /// <summary>Opens the log.</summary>
    /// <param name="path">The file; made if absent.</param>
    /// <param name="length">The bytes to keep; what is behind them was written after the checkpoint.</param>
    public RunLog(string path, long length)
    {
        _stream = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        // A log that is shorter was changed by somebody else: its lines are kept, and no zeros are put between.
        if (_stream.Length > length)
            _stream.SetLength(length);
        _stream.Seek(0, SeekOrigin.End);
    }

    /// <summary>Writes an event, so that it survives the end of this process.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="step">The steps that were taken.</param>
    /// <param name="figures">Numbers; one that is not finite is written as text.</param>
    /// <param name="text">What else is to be said.</param>
    /// <param name="samples">What a step learned from.</param>
    public void Write(string kind, long step, IEnumerable<Figure>? figures = null, string? text = null, string? samples = null)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("event", kind);
            json.WriteNumber("step", step);
            json.WriteString("time", DateTimeOffset.UtcNow);
            if (text is not null)
                json.WriteString("text", text);
            if (samples is not null)
                json.WriteString("samples", samples);
            foreach (var (name, value) in figures ?? [])
                WriteFigure(json, name, value);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        line.WriteTo(_stream);
        _stream.Flush();
    }

    /// <summary>Brings everything to the disk.</summary>
    /// <returns>The length of the log.</returns>
    public long Save()
    {
        _stream.Flush(flushToDisk: true);
        return _stream.Length;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private static void WriteFigure(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteString(name, double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
}
