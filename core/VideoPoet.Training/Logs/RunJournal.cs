using VideoPoet.Training.Reports;
using VideoPoet.Training.TensorBoard;

namespace VideoPoet.Training;

/// <summary>Everything that a run writes down about itself: the log, the same for TensorBoard, and a report for people.</summary>
internal sealed class RunJournal : IDisposable
{
    private readonly RunFolder _folder;
    private readonly RunLog _log;
    private readonly EventFile _events;

    /// <summary>Opens the journal where the run goes on.</summary>
    public RunJournal(RunFolder folder)
    {
        _folder = folder;
        _log = new(folder.LogFile, folder.Latest?.Manifest.LogBytes ?? 0);
        try
        {
            _events = EventFile.Create(Path.Combine(folder.Path, "tensorboard"), folder.Step);
        }
        catch
        {
            _log.Dispose();
            throw;
        }
    }

    /// <summary>Notes that the run starts or goes on.</summary>
    public void Begin(long step, bool isResumed) => _log.Write(isResumed ? "resume" : "start", step);

    /// <summary>Notes a step.</summary>
    public void Step(long step, IReadOnlyList<Figure> figures, TimeSpan time, string? samples)
    {
        IReadOnlyList<Figure> all = [.. figures, new("seconds", time.TotalSeconds)];
        _log.Write("step", step, all, samples: samples);
        _events.Write(step, all);
    }

    /// <summary>Notes an evaluation and the pictures that it made.</summary>
    public void Evaluation(long step, IReadOnlyList<Figure> figures, string samples)
    {
        _log.Write("evaluation", step, figures);
        _events.Write(step, figures);
        foreach (var picture in Directory.EnumerateFiles(samples, "*.png").Order(StringComparer.Ordinal))
            _events.WritePicture(step, Path.GetFileNameWithoutExtension(picture), File.ReadAllBytes(picture));
    }

    /// <summary>Notes something that the person who started the run should know.</summary>
    public void Message(long step, string text) => _log.Write("message", step, text: text);

    /// <summary>Notes why the run was given up.</summary>
    public void Failure(long step, string text) => _log.Write("failure", step, text: text);

    /// <summary>Notes that this process ends.</summary>
    public void End(long step, bool isComplete) => _log.Write(isComplete ? "end" : "stop", step);

    /// <summary>Brings everything to the disk.</summary>
    /// <returns>The length of the log.</returns>
    public long Save()
    {
        _events.Flush();
        return _log.Save();
    }

    /// <summary>Writes the report anew.</summary>
    public void Report(RunState state)
    {
        _log.Save();
        RunReport.Write(_folder, state);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _events.Dispose();
        _log.Dispose();
    }
}
