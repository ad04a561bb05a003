using System.Reflection;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Specs;

namespace VideoPoet.Tests.Batches;

/// <summary>The paper's mixture in tiny formats, over drawn tokens.</summary>
internal static class PaperMixture
{
    public const int Entries = 60, Windows = 2;

    private static readonly Lazy<string> LazyFolder = new(() =>
    {
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(Vocabulary!).Write(
            Plan!, folder, Entries, Windows, entriesPerShard: 25, hasCaption: entry => entry % 3 != 0, hasSound: entry => entry % 2 == 0);
        return folder;
    });

    public static UnifiedVocabulary Vocabulary { get; } = new(visualCodes: 64, audioLevels: 2, audioCodesPerLevel: 16);

    public static MixturePlan Plan { get; } = Read(
        "formats:tiny-image:width=16", "formats:tiny-image:height=16", "formats:tiny-image:frames=1",
        "formats:tiny-17:width=16", "formats:tiny-17:height=16", "formats:tiny-17:frames=17", "tokenBudget=230");

    /// <summary>The data folder, made once for all tests that only read it.</summary>
    public static string Folder => LazyFolder.Value;

    public static MixtureDatasets Open(HeldOut? heldOut = null) => MixtureDatasets.Open(Plan, Folder, SyntheticTokens.Tokenizers, heldOut);

    private static MixturePlan Read(params string[] settings) => MixturePlan.Create(
        new SpecReader(Tokens.Catalog).ReadMixture(
            Path.Join(RepositoryRoot, "task-specs", "mixtures", "pretrain.yaml"), SpecOverrides.Parse(settings)),
        Tokens.Catalog, Vocabulary);

    private static string RepositoryRoot => typeof(PaperMixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
