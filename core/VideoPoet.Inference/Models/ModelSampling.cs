using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPoet.Models;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.Inference;

/// <summary>
/// How a model's tasks are drawn where nobody says otherwise: the file <c>sampling.json</c> of its folder, an object a task such as
/// <c>{ "text-to-video": { "guidance": 2, "temperature": 0.8, "top_k": 100 } }</c>.
/// </summary>
public sealed class ModelSampling
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ModelFolders.SamplingFileName;

    private readonly IReadOnlyDictionary<string, TaskSampling> _tasks;

    private ModelSampling(IReadOnlyDictionary<string, TaskSampling> tasks) => _tasks = tasks;

    /// <summary>What draws from the model's own odds.</summary>
    public static ModelSampling None { get; } = new(new Dictionary<string, TaskSampling>());

    /// <summary>The names of the tasks that something is said of.</summary>
    public IEnumerable<string> Tasks => _tasks.Keys;

    /// <summary>Reads what a model's folder says.</summary>
    /// <param name="folder">The folder; without the file, in it or beside its tokenizers, nothing is said.</param>
    /// <exception cref="FormatException">The file is broken, or a value is out of its range.</exception>
    public static ModelSampling Read(string folder)
    {
        var file = new[] { folder, TokenizerFolder.Beside(folder) }.Select(place => Path.Join(place, FileName)).FirstOrDefault(File.Exists);
        if (file is null)
            return None;
        try
        {
            var tasks = JsonSerializer.Deserialize(File.ReadAllText(file), SamplingJson.Default.DictionaryStringTaskSampling) ?? [];
            var sampling = new ModelSampling(tasks);
            var problems = tasks.Keys
                .SelectMany(task => OptionsCheck.Problems(new(task), sampling.For(task, hasPrompt: true), new())
                    .Select(problem => $"{task}: {problem}"))
                .ToArray();
            return problems.Length == 0 ? sampling : throw new FormatException($"{file}: {string.Join(' ', problems)}");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{file}: {exception.Message}", exception);
        }
    }

    /// <summary>What a model says whose name may be wrong: nothing then, for whoever opens it says so.</summary>
    /// <param name="model">The path of its folder, or the name of one below <c>models</c> beside the program.</param>
    /// <exception cref="FormatException">The file is broken, or a value is out of its range.</exception>
    public static ModelSampling Find(string model)
    {
        try
        {
            return Read(ModelFinder.Find(model));
        }
        catch (VideoGenerationException)
        {
            return None;
        }
    }

    /// <summary>How a request is generated.</summary>
    /// <param name="task">The task.</param>
    /// <param name="hasPrompt">Whether the request has a prompt; without one there is nothing that guidance could lead away from.</param>
    public VideoGenerationOptions For(string task, bool hasPrompt)
    {
        var said = _tasks.GetValueOrDefault(task) ?? new();
        return new()
        {
            Guidance = hasPrompt ? said.Guidance : 1,
            Temperature = said.Temperature,
            TopK = said.TopK,
            TopP = said.TopP,
            Resamples = said.Resamples,
        };
    }

    /// <summary>The file's text for some tasks.</summary>
    /// <param name="tasks">How each is generated; only how tokens are drawn is kept.</param>
    public static string ToJson(IEnumerable<KeyValuePair<string, VideoGenerationOptions>> tasks) => JsonSerializer.Serialize(
        tasks.OrderBy(task => task.Key, StringComparer.Ordinal).ToDictionary(
            task => task.Key,
            task => new TaskSampling(task.Value.Guidance, task.Value.Temperature, task.Value.TopK, task.Value.TopP, task.Value.Resamples)),
        SamplingJson.Default.DictionaryStringTaskSampling) + "\n";
}

/// <summary>How tokens of a task are drawn; see <see cref="VideoGenerationOptions"/>.</summary>
internal sealed record TaskSampling(double Guidance = 1, double Temperature = 1, int? TopK = null, double TopP = 1, int Resamples = 0);

/// <summary>Reads and writes sampling without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, TaskSampling>))]
internal sealed partial class SamplingJson : JsonSerializerContext;
