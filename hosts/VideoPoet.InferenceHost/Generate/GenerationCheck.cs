using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Checks what is asked for as a whole, before any file is read and any weight is loaded.</summary>
/// <param name="found">The tasks.</param>
internal sealed class GenerationCheck(DiscoveryResult found)
{
    private readonly List<string> problems = [];

    /// <summary>Adds what somebody else has found.</summary>
    public void Add(IEnumerable<string> others) => problems.AddRange(others);

    /// <summary>Finds a task and its definition with chosen parameters; null, and a problem, where there is none.</summary>
    /// <exception cref="PluginException">The task's plugin does not work.</exception>
    public TaskDefinition? Define(string name, TaskParameters parameters)
    {
        if (!found.Catalog.TryGet(name, out _) && found.Broken.All(plugin => !plugin.Tasks.Contains(name)))
        {
            problems.Add(Names.Unknown("task", name, found.Catalog.Tasks.Select(task => task.Name)));
            return null;
        }
        var task = found.Task(name);
        try
        {
            return task.Define(parameters);
        }
        catch (ArgumentException exception)
        {
            problems.Add(UserMessage.Of(exception));
            return task.Definition;
        }
    }

    /// <summary>Opens the model and lets it check the rest.</summary>
    /// <param name="model">The model.</param>
    /// <param name="check">What is wrong with what is asked of it.</param>
    /// <param name="request">What is asked, to be checked as far as it can where there is no model.</param>
    /// <param name="options">How it is to be generated.</param>
    /// <exception cref="VideoGenerationException">Anything is wrong; everything that was found is listed.</exception>
    public VideoPoetGenerator Open(
        ModelChoice model, Func<VideoPoetGenerator, IEnumerable<string>> check, VideoGenerationRequest request, VideoGenerationOptions options)
    {
        var generator = TryOpen(model);
        try
        {
            problems.AddRange(generator is null ? RequestCheck.ProblemsOfAnyModel(request, options, new()) : check(generator));
            return problems.Count == 0 ? generator! : throw new VideoGenerationException([.. problems.Distinct()]);
        }
        catch
        {
            generator?.Dispose();
            throw;
        }
    }

    private VideoPoetGenerator? TryOpen(ModelChoice model)
    {
        try
        {
            return model.Open(found.Catalog);
        }
        catch (VideoGenerationException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }
}
