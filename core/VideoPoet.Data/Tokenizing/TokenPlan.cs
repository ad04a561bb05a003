using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>What is computed of every clip of one data source: exactly what the tasks of a mixture ask for.</summary>
/// <param name="Source">The name of the data source in the mixture.</param>
/// <param name="Formats">What is computed in each format, in the order of the names.</param>
/// <param name="HasText">Whether captions are embedded.</param>
public sealed record TokenPlan(string Source, ValueList<FormatPlan> Formats, bool HasText)
{
    /// <summary>Whether any format has sound.</summary>
    public bool HasSound => Formats.Any(format => format.HasSound);

    /// <summary>Plans a data source.</summary>
    /// <param name="mixture">The mixture.</param>
    /// <param name="catalog">The tasks, and the views that plugins compute.</param>
    /// <param name="vocabulary">The vocabulary of the model.</param>
    /// <param name="source">The data source of the mixture; null when it has one only.</param>
    /// <exception cref="DatasetException">
    /// There is no such source, no task draws from it, or a task needs a view that nobody computes; every such task is named.
    /// </exception>
    public static TokenPlan Create(MixtureSpec mixture, TaskCatalog catalog, UnifiedVocabulary vocabulary, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(catalog);
        var name = SourceOf(mixture, source);
        var data = mixture.Data[name];
        MixtureVariant[] variants =
            [.. MixturePlan.Create(mixture, catalog, vocabulary).Stages.SelectMany(stage => stage.Variants).Where(variant => variant.Data == data)];
        if (variants.Length == 0)
            throw new DatasetException("the mixture", $"no task draws from the data source '{name}'. Name another, or remove it.");
        string[] problems = [.. MissingViews(variants, catalog)];
        if (problems.Length > 0)
            throw new DatasetException("the mixture", problems);
        return Of(name, variants);
    }

    /// <summary>Plans what some forms of tasks ask for, whoever computes their views.</summary>
    /// <param name="source">The name of the data source.</param>
    /// <param name="variants">The forms, at least one.</param>
    public static TokenPlan Of(string source, IReadOnlyList<MixtureVariant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        return new(
            source,
            variants.GroupBy(variant => variant.Format).OrderBy(group => group.Key.Name, StringComparer.Ordinal)
                .Select(group => FormatPlan.Of(group.Key, group.SelectMany(variant => variant.Definition.UsedViews))).ToValueList(),
            variants.Any(variant => variant.Definition.UsedViews.Any(view => view.Modality == Modality.Text)));
    }

    private static string SourceOf(MixtureSpec mixture, string? source)
    {
        if (source is not null)
        {
            return mixture.Data.ContainsKey(source)
                ? source
                : throw new DatasetException("the mixture", Names.Unknown("data source", source, mixture.Data.Keys));
        }
        return mixture.Data.Count == 1
            ? mixture.Data.Keys.Single()
            : throw new DatasetException("the mixture", $"it has several data sources; name one of {string.Join(", ", mixture.Data.Keys)}.");
    }

    private static IEnumerable<string> MissingViews(IEnumerable<MixtureVariant> variants, TaskCatalog catalog) =>
        from variant in variants
        from view in variant.Definition.UsedViews
        where view.IsComputed && !catalog.ViewNames.Contains(view.Name)
        group variant.Entry by view.Name into missing
        let tasks = string.Join(", ", missing.Distinct().Select(task => $"'{task}'"))
        select $"the view '{missing.Key}' of {tasks} is computed by no plugin. Leave the task out of the mixture, or add the plugin that brings "
            + $"the view. Computed views: {string.Join(", ", catalog.ViewNames)}.";
}

/// <summary>What is computed of every window of one format.</summary>
/// <param name="Format">The format.</param>
/// <param name="HasVideo">Whether the frames themselves are encoded; leading parts are slices of their tokens.</param>
/// <param name="HasSound">Whether the sound is encoded.</param>
/// <param name="Views">The computed views, each encoded on its own, in the order of their keys.</param>
public sealed record FormatPlan(VideoFormat Format, bool HasVideo, bool HasSound, ValueList<ClipView> Views)
{
    /// <summary>What tells a computed view from all others: its name and what it is told, such as <c>masked-video mask=central</c>.</summary>
    /// <param name="view">The view.</param>
    public static string KeyOf(ClipView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return $"{view.Name} {view.Arguments}".TrimEnd();
    }

    /// <summary>The plan for the views of some tasks.</summary>
    internal static FormatPlan Of(VideoFormat format, IEnumerable<ClipView> used)
    {
        var views = used.ToArray();
        return new(
            format,
            views.Any(view => view is { IsComputed: false, Modality: Modality.Visual }),
            views.Any(view => view.Modality == Modality.Audio),
            views.Where(view => view.IsComputed).DistinctBy(KeyOf).OrderBy(KeyOf, StringComparer.Ordinal).ToValueList());
    }
}
