using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>The vocabulary of the tasks that were found: the paper's sizes, and every token that they ask for.</summary>
internal static class Vocabularies
{
    public static UnifiedVocabulary Of(TaskCatalog catalog, params IEnumerable<VideoFormat> formats) =>
        UnifiedVocabulary.Paper.With(catalog.Tokens).With(formats);
}
