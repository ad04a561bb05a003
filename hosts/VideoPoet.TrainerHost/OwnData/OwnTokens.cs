using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Models;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using VideoPoet.Training;
using VideoPoet.TrainerHost.Tokenize;

namespace VideoPoet.TrainerHost.OwnData;

/// <summary>
/// The tokens that a run makes itself of media: they lie in its folder, with the tokenizers that made them. What an earlier start has made is kept.
/// </summary>
/// <param name="recipe">The recipe, which says that it does.</param>
/// <param name="plugins">The tasks and the data sources.</param>
internal sealed class OwnTokens(LanguageModelRecipeSpec recipe, DiscoveryResult plugins)
{
    private const string TextEncoder = TokenizerFolder.TextFolder;

    /// <summary>The folder that shards and tokenizers start from: the run's own where it makes its tokens, else that of the data.</summary>
    /// <param name="recipe">The recipe.</param>
    public static string FolderOf(LanguageModelRecipeSpec recipe) => recipe.Data.Tokenize is null ? recipe.Data.Source : recipe.Checkpoints.Folder;

    /// <summary>Whether all tokens are there.</summary>
    public bool AreThere => TokenizedDataset.IsFinished(Path.Join(recipe.Checkpoints.Folder, ShardsOf().Shards))
        && Directory.Exists(Path.Join(recipe.Checkpoints.Folder, RunFolder.TokenizersName));

    /// <summary>Makes what is missing.</summary>
    /// <param name="display">Is told of each file.</param>
    /// <param name="cancellationToken">Cancels; finished shards are kept, and the same command goes on from them.</param>
    /// <exception cref="DatasetException">The media cannot be used; everything that is wrong is said.</exception>
    /// <exception cref="TrainingException">The run's folder is not free for it; nothing was written there.</exception>
    public async Task MakeAsync(IWorkDisplay display, CancellationToken cancellationToken)
    {
        var (asked, run) = (recipe.Data.Tokenize!, recipe.Checkpoints.Folder);
        // First what is soon known to be right or wrong.
        var entries = DatasetSource.Read(recipe.Data.Source, plugins.Sources);
        var vocabulary = recipe.Model.CreateVocabulary();
        var plan = TokenPlan.Create(recipe.Mixture, plugins.Catalog, vocabulary);
        var source = TokenizerFolder.Beside(ModelFolders.Find(asked.Tokenizers));
        var (shards, folder) = (Path.Join(run, ShardsOf().Shards), Path.Join(run, RunFolder.TokenizersName));
        using var claim = RunFolder.Claim(run);
        CopyTokenizers(source, folder);
        using var tokenizers = new TokenizerFolder(recipe.Model, folder);
        var options = new TokenizingOptions
        {
            Stride = asked.Stride is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            HoldShort = asked.HoldShort,
            BadFilesLimit = asked.BadFilesLimit,
        };
        display.Say($"tokenizing {recipe.Data.Source}: {entries.Count} entries");
        var result = await new DatasetTokenizer(plan, plugins.Catalog, tokenizers)
            .RunAsync(entries, shards, options, new TokenizingDisplay(display), cancellationToken);
        display.Say($"tokenized: {string.Join(", ", result.Windows.Select(format => $"{format.Value} windows in {format.Key}"))}");
        foreach (var line in TokenizingReport.Left(result.TooShort, result.BadFiles))
            display.Say(line);
    }

    private DataSourceSpec ShardsOf() => recipe.Mixture.Data.Values.Distinct().ToArray() is [var only]
        ? only
        : throw new ArgumentException("a run that makes its tokens itself has one data source; the mixture has several. Tokenize them beforehand.");

    // A run has all of them, or none.
    private static void CopyTokenizers(string source, string target)
    {
        ReplacedFile.DeleteLeftovers(Path.GetDirectoryName(target)!, RunFolder.TokenizersName);
        if (Directory.Exists(target))
            return;
        ReplacedFolder.Write(target, beside =>
        {
            Directory.CreateDirectory(Path.Join(beside, TextEncoder));
            // How the model is drawn from holds for what it becomes as well.
            string[] files = [TokenizerFolder.VideoFile, TokenizerFolder.AudioFile, ModelFolders.SamplingFileName];
            foreach (var name in files.Where(name => File.Exists(Path.Join(source, name))))
                File.Copy(Path.Join(source, name), Path.Join(beside, name));
            if (Directory.Exists(Path.Join(source, TextEncoder)))
            {
                foreach (var file in Directory.EnumerateFiles(Path.Join(source, TextEncoder)))
                    File.Copy(file, Path.Join(beside, TextEncoder, Path.GetFileName(file)));
            }
        });
    }
}
