using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Evaluation;

/// <summary>
/// The results of one task in a file, so that an evaluation that was interrupted goes on: a line that says what was asked and how, then a line a
/// request.
/// </summary>
public sealed class ResultFile : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly List<ToyResult> _results;

    private ResultFile(StreamWriter writer, List<ToyResult> results) => (_writer, _results) = (writer, results);

    /// <summary>The results so far.</summary>
    public IReadOnlyList<ToyResult> Results => _results;

    /// <summary>Opens a file, and reads the results that are there.</summary>
    /// <param name="path">The file; its folder is made if absent.</param>
    /// <param name="settings">What is asked and how; whatever changes an answer.</param>
    /// <exception cref="FormatException">The file holds results of something else.</exception>
    public static ResultFile Open(string path, IReadOnlyDictionary<string, string> settings)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var head = JsonSerializer.Serialize(new SortedDictionary<string, string>(settings.ToDictionary(), StringComparer.Ordinal),
            ResultJson.Default.SortedDictionaryStringString);
        // The last line may be cut where a program was killed.
        var lines = File.Exists(path) ? File.ReadAllText(path).Split('\n')[..^1] : [];
        if (lines.Length > 0 && lines[0] != head)
        {
            throw new FormatException(
                $"{path}: holds the results of something else. There: {lines[0]} Here: {head} Name another folder, or delete the file.");
        }
        var results = lines.Skip(1).Select(line => JsonSerializer.Deserialize(line, ResultJson.Default.ToyResult)!).ToList();
        ReplacedFile.Write(path, string.Concat((lines.Length > 0 ? lines : [head]).Select(line => line + "\n")));
        return new(new StreamWriter(path, append: true) { AutoFlush = true }, results);
    }

    /// <summary>Adds a result.</summary>
    /// <param name="result">The result.</param>
    public void Add(ToyResult result)
    {
        _results.Add(result);
        _writer.Write(JsonSerializer.Serialize(result, ResultJson.Default.ToyResult) + "\n");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _writer.Dispose();
}

/// <summary>Writes and reads results without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ToyResult))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class ResultJson : JsonSerializerContext;
