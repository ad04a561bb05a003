using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Where the output goes.</summary>
/// <param name="File">
/// The file of the only sample, or what those of several are named after; null to write to standard output, empty when nobody said.
/// </param>
internal sealed record Target(string? File)
{
    // More samples are refused anyhow.
    private const int MostChecked = 64;

    private const string Sound = ".wav", Picture = ".png", Animation = ".gif";

    /// <summary>The files of some samples: <c>ball.mp4</c>, or <c>ball-1.mp4</c>, <c>ball-2.mp4</c>, ….</summary>
    public string[] Files(int count) => count == 1
        ? [File!]
        : [.. Enumerable.Range(1, count).Select(number =>
            Path.Join(Path.GetDirectoryName(File), $"{Path.GetFileNameWithoutExtension(File)}-{number}{Path.GetExtension(File)}"))];

    /// <summary>Whether the pictures can be written as they come, because nothing has to be put beside them.</summary>
    public static bool TakesParts(string file, TaskDefinition definition) =>
        VideoFileWriter.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        && definition.UsedViews.All(view => view.Modality != Modality.Audio);

    /// <summary>What keeps the output of a task from being written there, a sentence each.</summary>
    /// <param name="task">The name of the task.</param>
    /// <param name="definition">What it outputs.</param>
    /// <param name="count">How many samples there are.</param>
    /// <param name="inputs">The files that are read.</param>
    public IEnumerable<string> Problems(string task, TaskDefinition definition, int count, IReadOnlyCollection<string> inputs)
    {
        if (File is null)
            return PipeProblems(task, definition);
        if (File.Length == 0)
            return ["say where the output goes, such as -o ball.mp4."];
        var fitting = Fitting(definition);
        return fitting.Contains(Path.GetExtension(File), StringComparer.OrdinalIgnoreCase)
            ? Files(Math.Clamp(count, 1, MostChecked)).SelectMany(file => FileProblems(file, inputs)).Distinct()
            : [$"{File}: '{task}' makes no such file. Name the output {string.Join(", ", fitting)}."];
    }

    private IEnumerable<string> FileProblems(string file, IReadOnlyCollection<string> inputs)
    {
        var full = Path.GetFullPath(file);
        if (Directory.Exists(full))
            yield return $"{file}: cannot be written: it is a folder. Name a file.";
        else if (!Directory.Exists(Path.GetDirectoryName(full)))
            yield return $"{File}: cannot be written: its folder does not exist. Create the folder.";
        else if (!CanWriteBeside(full))
            yield return $"{file}: cannot be written: nothing can be created in its folder. Choose another folder.";
        if (inputs.Any(input => Path.GetFullPath(input) == full))
            yield return $"{file}: is read as well. Name another file for the output.";
    }

    // Long work whose output is written at its end shall not find out there.
    private static bool CanWriteBeside(string file)
    {
        try
        {
            using var trial = new FileStream(
                $"{file}.{Guid.NewGuid():N}.unfinished", FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IReadOnlyList<string> Fitting(TaskDefinition definition)
    {
        var outputs = definition.OutputModalities;
        if (!outputs.Contains(Modality.Visual))
        {
            // A sound alone, or the video that it was made for with its new sound.
            return definition.UsedViews.Any(view => view.Modality == Modality.Visual) ? [Sound, ".mp4", ".webm"] : [Sound];
        }
        if (definition.Formats == FormatKinds.Image)
            return [Picture];
        return outputs.Contains(Modality.Audio) ? [".mp4", ".webm", Animation, Picture, Sound] : [".mp4", ".webm", Animation, Picture];
    }

    // Pictures are decoded first and the sound after them, so that both together do not come as they are played.
    private static IEnumerable<string> PipeProblems(string task, TaskDefinition definition)
    {
        if (definition.OutputModalities.Count > 1)
            yield return $"'{task}' makes pictures and sound, and its sound is there only after its last picture. Write a file with -o.";
        if (definition.Formats == FormatKinds.Image)
            yield return $"'{task}' makes one picture. Write a file with -o, such as picture.png.";
    }
}
