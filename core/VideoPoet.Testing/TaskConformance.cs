using VideoPoet.Core;
using VideoPoet.Discovery;

namespace VideoPoet.Testing;

/// <summary>Holds a task to the contract: every format, every choice of its parameters, with and without every input that may be absent.</summary>
public static class TaskConformance
{
    private static readonly Func<ConformanceCase, IEnumerable<string>>[] Checks =
    [
        LayoutChecks.Grammar,
        LayoutChecks.Lengths,
        LayoutChecks.Targets,
        ViewChecks.GroundTruthEqualsRequest,
    ];

    // These take views without asking whether they can be taken.
    private static readonly Func<ConformanceCase, IEnumerable<string>>[] ChecksOfSoundViews =
    [
        ViewChecks.SlicesAreLeadingTokens,
        SequenceChecks.RoundTrip,
    ];

    /// <summary>Finds a task as a host does, by its export, and checks it together with the views of its assembly.</summary>
    /// <param name="views">Computed views that the task uses and other plugins bring.</param>
    /// <typeparam name="TTask">The class of the task.</typeparam>
    /// <returns>What was checked.</returns>
    /// <exception cref="ConformanceException">The task breaks the contract; the message lists every way in which it does.</exception>
    /// <exception cref="PluginException">The task's assembly does not work as a plugin.</exception>
    public static ConformanceReport Verify<TTask>(params IEnumerable<RegisteredView> views)
        where TTask : class, IVideoTask
    {
        var own = PluginDiscovery.Discover(new() { Assemblies = [typeof(TTask).Assembly] }).Catalog;
        var task = own.Tasks.FirstOrDefault(candidate => candidate.Origin.Type == typeof(TTask).FullName)
            ?? throw new ConformanceException([$"{typeof(TTask).FullName} is not exported; put [ExportTask(\"its-name\")] on it."]);
        return Verify(task, new TaskCatalog([task], own.Views.Concat(views)));
    }

    /// <summary>Checks a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="catalog">A catalog with the computed views that the task uses.</param>
    /// <returns>What was checked.</returns>
    /// <exception cref="ConformanceException">The task breaks the contract; the message lists every way in which it does.</exception>
    public static ConformanceReport Verify(RegisteredTask task, TaskCatalog catalog)
    {
        var cases = ConformanceCase.Of(task, catalog).ToArray();
        string[] failures = cases.Length == 0
            ? [$"the task '{task.Name}' supports none of the formats {string.Join(", ", VideoFormats.BuiltIn.Names)}."]
            : [.. cases.SelectMany(Failures)];
        return failures.Length == 0
            ? new(cases.Length, cases.SelectMany(@case => @case.MissingViews).Distinct().ToValueList())
            : throw new ConformanceException(failures);
    }

    private static IEnumerable<string> Failures(ConformanceCase @case)
    {
        var failures = Checks.SelectMany(check => check(@case)).ToArray();
        return (failures.Length > 0 ? failures : ChecksOfSoundViews.SelectMany(check => check(@case))).Select(failure => $"{@case}: {failure}");
    }
}
