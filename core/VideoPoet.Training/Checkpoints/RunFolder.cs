using System.Globalization;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Training;

/// <summary>
/// The folder of a run: <c>recipe.yaml</c> (what it was started with), <c>environment.json</c>, <c>log.jsonl</c>, <c>checkpoints</c>,
/// <c>samples</c> (pictures and sounds of evaluations), <c>tensorboard</c>, <c>report.html</c>, <c>weights</c> (what it trained) and <c>best</c> (the
/// same as the best evaluation found it). One process at a time has it.
/// </summary>
public sealed class RunFolder : IDisposable
{
    /// <summary>The tokenizers of a run that makes its tokens itself: it has them, and its shards, before it begins.</summary>
    public const string TokenizersName = "tokenizers";

    private const string RecipeName = "recipe.yaml", EnvironmentName = "environment.json", LockName = ".lock", CheckpointsName = "checkpoints";

    private readonly FileStream _lock;

    private RunFolder(string path, RunConfiguration configuration, FileStream hold)
    {
        (Path, Configuration, _lock) = (path, configuration, hold);
        Store = StoreOf(path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What the run is started with now.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>The steps that were taken up to the checkpoint that the run goes on from; 0 when it starts from the beginning.</summary>
    public long Step => Latest?.Manifest.Step ?? 0;

    /// <summary>What was found when the folder was opened and should be known, such as a damaged checkpoint.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>The log, one JSON object a line.</summary>
    public string LogFile => System.IO.Path.Combine(Path, "log.jsonl");

    /// <summary>Where the trained weights are written.</summary>
    public string Weights => System.IO.Path.Combine(Path, "weights");

    /// <summary>Where the weights of the best evaluation are written, if anything says which is better.</summary>
    public string Best => System.IO.Path.Combine(Path, "best");

    /// <summary>What the run is computed with, as JSON.</summary>
    internal string EnvironmentFile => System.IO.Path.Combine(Path, EnvironmentName);

    /// <summary>The pictures and sounds of the latest evaluation; null before there is one. Folders of other names are none.</summary>
    internal string? LatestSamples => Directory.Exists(Samples)
        ? Directory.EnumerateDirectories(Samples).Where(folder => StepOf(folder) is not null).MaxBy(folder => StepOf(folder))
        : null;

    internal CheckpointStore Store { get; }

    internal (string Folder, CheckpointManifest Manifest)? Latest { get; private set; }

    private string Samples => System.IO.Path.Combine(Path, "samples");

    /// <summary>Opens the folder of a run that starts or goes on, and finds the checkpoint to go on from.</summary>
    /// <param name="path">The folder; made if absent.</param>
    /// <param name="configuration">What the run is started with.</param>
    /// <exception cref="TrainingException">
    /// The folder is used by another process, holds something else than a run, cannot be written, has no intact checkpoint though it has some, or its
    /// run was started with something else.
    /// </exception>
    public static RunFolder Open(string path, RunConfiguration configuration)
    {
        RunFolder? folder = null;
        try
        {
            folder = new(path, configuration, Hold(path));
            folder.Prepare();
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            folder?.Dispose();
            throw Unwritable(path, exception);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    /// <summary>Has the folder for a run that is not begun yet, such as while its tokens are made, until the result is disposed.</summary>
    /// <param name="path">The folder; made if absent.</param>
    /// <exception cref="TrainingException">The folder is used by another process, holds something else than a run, or cannot be written.</exception>
    public static IDisposable Claim(string path)
    {
        try
        {
            return Hold(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>What a run was started with, if its folder has a checkpoint: for those who must know before they can open it.</summary>
    /// <param name="path">The folder, which need not exist.</param>
    public static IReadOnlyDictionary<string, string>? ConfigurationOf(string path) => StoreOf(path).Peek()?.Configuration;

    /// <summary>The evaluation that the weights in <see cref="Best"/> are of; null where no checkpoint tells.</summary>
    /// <param name="path">The folder, which need not exist.</param>
    public static BestEvaluation? BestOf(string path) => StoreOf(path).Peek()?.Best;

    /// <summary>Lets other processes have the folder.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>An empty folder for the pictures and sounds of an evaluation.</summary>
    /// <param name="step">The steps that were taken.</param>
    internal string NewSamples(long step)
    {
        var folder = System.IO.Path.Combine(Samples, step.ToString("D9", CultureInfo.InvariantCulture));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>After how many steps the pictures and sounds of a folder were made; null where its name does not tell.</summary>
    internal static long? StepOf(string samples) =>
        long.TryParse(System.IO.Path.GetFileName(samples), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;

    /// <summary>Says that something could not be written.</summary>
    internal static TrainingException Unwritable(string path, Exception cause) => new(
        $"the run's folder '{path}' cannot be written: {cause.Message.TrimEnd('.')}. "
        + "Make room or mend its rights and start again, or name another with checkpoints:folder.", cause);

    private static CheckpointStore StoreOf(string path) => new(System.IO.Path.Combine(path, CheckpointsName));

    private static FileStream Hold(string path)
    {
        var name = System.IO.Path.Combine(path, LockName);
        if (Directory.Exists(path) && !File.Exists(name) && !File.Exists(System.IO.Path.Combine(path, RecipeName))
            && Directory.EnumerateFileSystemEntries(path)
                .Any(entry => System.IO.Path.GetFileName(entry) is not (TokenizeSpec.ShardsFolder or TokenizersName)))
            throw new TrainingException($"the folder '{path}' holds something else than a run; name a new one.");
        Directory.CreateDirectory(path);
        try
        {
            return new(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(name))
        {
            throw new TrainingException($"another process trains in '{path}'; wait for it, or name another folder.", exception);
        }
    }

    private void Prepare()
    {
        // What a process that was ended was writing.
        ReplacedFile.DeleteLeftovers(Path);
        foreach (var weights in new[] { Weights, Best })
        {
            ReplacedFolder.BringBackIn(weights);
            ReplacedFile.DeleteLeftovers(weights);
        }
        var messages = new List<string>();
        Latest = Store.FindLatest(messages.Add);
        if (Latest is { } latest)
            messages.AddRange(Compare(latest.Folder, latest.Manifest));
        Messages = messages;
        Replace(RecipeName, System.Text.Encoding.UTF8.GetBytes(
            "# What this run was started with: every value, with those of the files that its recipe names. For reading; a recipe names files.\n"
            + Configuration.Yaml));
        Replace(EnvironmentName, EnvironmentReport.Create());
        Directory.CreateDirectory(Weights);
    }

    private IEnumerable<string> Compare(string checkpoint, CheckpointManifest manifest)
    {
        var (forbidden, free) = Configuration.ChangesSince(manifest.Configuration);
        if (forbidden.Count > 0)
        {
            throw new TrainingException(
                $"the run in '{Path}' was started with something else, so it cannot go on: {string.Join("; ", forbidden)}. "
                + "Take the changes back, or name another folder with checkpoints:folder.");
        }

        return free.Select(change => $"changed since {System.IO.Path.GetFileName(checkpoint)}: {change}.");
    }

    private void Replace(string name, byte[] content) =>
        ReplacedFile.Write(System.IO.Path.Combine(Path, name), stream => stream.Write(content));
}
