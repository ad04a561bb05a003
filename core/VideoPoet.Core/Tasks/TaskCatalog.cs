using System.Diagnostics.CodeAnalysis;

namespace VideoPoet.Core;

/// <summary>An immutable set of tasks and of the computed views that they use.</summary>
public sealed class TaskCatalog
{
    private readonly Dictionary<string, RegisteredTask> _tasks;
    private readonly Dictionary<string, RegisteredView> _views;

    /// <summary>Makes a catalog.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="views">The computed views.</param>
    /// <exception cref="TaskCatalogException">
    /// Two tasks or two views share a name, or two tasks share a token and output different modalities; the message names both files.
    /// </exception>
    public TaskCatalog(IEnumerable<RegisteredTask> tasks, IEnumerable<RegisteredView> views)
    {
        var allTasks = tasks.OrderBy(task => task.Name, StringComparer.Ordinal).ThenBy(task => task.Origin.File, StringComparer.Ordinal).ToArray();
        var allViews = views.OrderBy(view => view.Name, StringComparer.Ordinal).ThenBy(view => view.Origin.File, StringComparer.Ordinal).ToArray();
        string[] problems =
        [
            .. SharedNames.Problems("task", allTasks, task => task.Name, task => task.Origin),
            .. SharedNames.Problems("view", allViews, view => view.Name, view => view.Origin),
            .. ConflictingTokens(allTasks),
        ];
        if (problems.Length > 0)
            throw new TaskCatalogException(problems);
        Tasks = allTasks.ToValueList();
        Views = allViews.ToValueList();
        _tasks = allTasks.ToDictionary(task => task.Name);
        _views = allViews.ToDictionary(view => view.Name);
    }

    /// <summary>The tasks, by name.</summary>
    public ValueList<RegisteredTask> Tasks { get; }

    /// <summary>The computed views, by name.</summary>
    public ValueList<RegisteredView> Views { get; }

    /// <summary>The names of the computed views.</summary>
    public IEnumerable<string> ViewNames => Views.Select(view => view.Name);

    /// <summary>The tokens that the tasks ask for, to be added to a vocabulary.</summary>
    public IEnumerable<TaskToken> Tokens => Tasks.Select(task => task.Definition.Token).Distinct();

    /// <summary>The task with a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such task; the message names the nearest.</exception>
    public RegisteredTask this[string name] => TryGet(name, out var task)
        ? task
        : throw new ArgumentException(Names.Unknown("task", name, Tasks.Select(candidate => candidate.Name)), nameof(name));

    /// <summary>Looks a task up.</summary>
    /// <param name="name">The name.</param>
    /// <param name="task">The task, when there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out RegisteredTask? task) => _tasks.TryGetValue(name, out task);

    /// <summary>Takes a view of a clip: the only place where a condition comes from, in training and in generation.</summary>
    /// <param name="view">The view.</param>
    /// <param name="clip">The ground truth, or what the request supplies.</param>
    /// <returns>A clip that holds the view's text, frames or sound and nothing else.</returns>
    /// <exception cref="ArgumentException">The clip lacks what the view needs, or no plugin computes the view.</exception>
    public Clip Apply(ClipView view, Clip clip)
    {
        if (!view.IsComputed)
            return ClipSlice.Take(view, clip);
        return ClipSlice.Take(view, Find(view).View.Value.Apply(clip, view.Arguments));
    }

    /// <summary>Says which pixels of a clip a view hides, so that generation can keep the others.</summary>
    /// <param name="view">The view.</param>
    /// <param name="clip">What the request supplies.</param>
    /// <returns>White where pixels are hidden, as many frames as the clip has; null for a view that does not say.</returns>
    /// <exception cref="ArgumentException">The clip lacks what the view needs, or no plugin computes the view.</exception>
    public PixelFrames? MaskOf(ClipView view, Clip clip) =>
        view.IsComputed ? (Find(view).View.Value as IMaskedView)?.MaskOf(clip, view.Arguments) : null;

    /// <summary>What the pixels of views mean, by the views' names; only <see cref="ILearnedView"/> has anything to say.</summary>
    /// <param name="views">The views; those that no plugin computes are left out.</param>
    public IReadOnlyDictionary<string, string> FingerprintsOf(IEnumerable<ClipView> views) => new SortedDictionary<string, string>(
        (from name in views.Where(view => view.IsComputed && Missing(view) is null).Select(view => view.Name).Distinct()
         let learned = _views[name].View.Value as ILearnedView
         where learned is not null
         select KeyValuePair.Create(name, learned.Fingerprint)).ToDictionary(),
        StringComparer.Ordinal);

    /// <summary>Why a view cannot be taken of any clip, or null when it can: no plugin computes it.</summary>
    /// <param name="view">The view.</param>
    public string? Missing(ClipView view) => !view.IsComputed || _views.ContainsKey(view.Name)
        ? null
        : $"no plugin computes the view '{view.Name}'. Computed views: {string.Join(", ", ViewNames)}.";

    private RegisteredView Find(ClipView view) =>
        Missing(view) is { } missing ? throw new ArgumentException(missing, nameof(view)) : _views[view.Name];

    // A token says what follows the prefix, so every task that uses it must output the same modalities.
    private static IEnumerable<string> ConflictingTokens(IEnumerable<RegisteredTask> tasks)
    {
        foreach (var users in tasks.GroupBy(task => task.Definition.Token))
        {
            var uses = users.DistinctBy(task => task.Definition.OutputModalities).ToArray();
            if (uses.Length > 1)
            {
                var described = uses.Select(task => $"'{task.Name}' outputs {task.Definition.OutputModalities} ({task.Origin})");
                yield return $"the task token '{users.Key}' stands for different outputs: {string.Join("; ", described)}. One needs another token.";
            }
        }
    }
}
