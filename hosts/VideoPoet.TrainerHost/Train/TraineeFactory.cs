using System.Reflection;
using System.Text.Json.Serialization;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Media;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Models.SoundStream;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.OwnData;
using VideoPoet.Training;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.FlowDepth;
using VideoPoet.Training.T5;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Reads what a recipe learns from and makes what it trains.</summary>
/// <param name="cacheFolder">Where decoded media are kept.</param>
/// <param name="display">Is told of each file that is decoded.</param>
/// <param name="cancellationToken">Cancels.</param>
internal delegate Task<OpenedTrainee> OpenTrainee(string cacheFolder, IWorkDisplay display, CancellationToken cancellationToken);

/// <summary>What this program can train, by the kind of the recipe.</summary>
internal static class TraineeFactory
{
    /// <summary>How a recipe is opened.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="plugins">The tasks and the data sources.</param>
    /// <param name="parallel">The processes that train together; null for one alone.</param>
    /// <exception cref="ArgumentException">Several processes are to train what one trains alone.</exception>
    public static OpenTrainee Of(RecipeSpec recipe, DiscoveryResult plugins, DataParallel? parallel) => recipe switch
    {
        LanguageModelRecipeSpec language => async (_, display, cancellation) =>
        {
            if (language.Data.Tokenize is not null)
                await PrepareAsync(new(language, plugins), parallel, display, cancellation);
            return LanguageModelOpening.Open(language, plugins.Catalog, parallel);
        },
        _ when parallel is not null => throw new ArgumentException(
            $"several processes train a language-model together; a {KindOf(recipe)} is trained by one, without WORLD_SIZE."),
        VideoTokenizerRecipeSpec video => (cache, display, cancellation) => OpenAsync(video, plugins.Sources, cache, display, cancellation),
        AudioTokenizerRecipeSpec audio => (cache, display, cancellation) => OpenAsync(audio, plugins.Sources, cache, display, cancellation),
        TextEncoderRecipeSpec text => (_, _, _) => Task.FromResult(Open(text, plugins.Sources)),
        FeatureNetworkRecipeSpec features => (cache, display, cancellation) => OpenAsync(features, plugins.Sources, cache, display, cancellation),
        // It draws its clips itself.
        FlowDepthRecipeSpec flowDepth => (_, _, _) =>
            Task.FromResult(new OpenedTrainee(new FlowDepthTrainee(flowDepth), flowDepth.Data.Source, [], Library: null)),
        _ => throw new NotSupportedException($"{recipe.GetType().Name} is not known."),
    };

    /// <summary>The word that the recipe's first key has.</summary>
    public static string KindOf(RecipeSpec recipe) => (string)typeof(RecipeSpec).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Single(kind => kind.DerivedType == recipe.GetType()).TypeDiscriminator!;

    private static Task PrepareAsync(OwnTokens tokens, DataParallel? parallel, IWorkDisplay display, CancellationToken cancellation) =>
        parallel is null ? tokens.MakeAsync(display, cancellation)
        : tokens.AreThere ? Task.CompletedTask
        : throw new ArgumentException("the run's tokens are not all made yet, and one process makes them. Start it once without WORLD_SIZE, and all processes then.");

    private static async Task<OpenedTrainee> OpenAsync(
        VideoTokenizerRecipeSpec recipe, DataSourceCatalog sources, string cache, IWorkDisplay display, CancellationToken cancellation)
    {
        // First what is soon known to be right or wrong.
        StartingWeights.Check(recipe.Weights, device => new VideoTokenizer(recipe.Model.VideoTokenizer, device));
        var features = recipe.Loss.Perceptual > 0 ? FeatureNetworkFile.Load(recipe.Loss.FeatureNetwork) : null;
        try
        {
            var library = await MediaLibraries.OpenAsync(recipe.Data, sources, recipe.Stages.Max(stage => stage.Frames), cache, display, cancellation)
                .ConfigureAwait(false);
            return Opened(
                new OpenedTogether(library, features), library.BadFiles, Data(recipe.Data.Source, library.Count),
                () => new VideoTokenizerTrainee(recipe, library, features));
        }
        catch
        {
            features?.Dispose();
            throw;
        }
    }

    private static async Task<OpenedTrainee> OpenAsync(
        FeatureNetworkRecipeSpec recipe, DataSourceCatalog sources, string cache, IWorkDisplay display, CancellationToken cancellation)
    {
        var library = await MediaLibraries.OpenAsync(recipe.Data, sources, longest: 1, cache, display, cancellation).ConfigureAwait(false);
        return Opened(library, library.BadFiles, Data(recipe.Data.Source, library.Count), () => new FeatureNetworkTrainee(recipe, library));
    }

    private static async Task<OpenedTrainee> OpenAsync(
        AudioTokenizerRecipeSpec recipe, DataSourceCatalog sources, string cache, IWorkDisplay display, CancellationToken cancellation)
    {
        StartingWeights.Check(recipe.Weights, device => new SoundStreamTokenizer(recipe.Model.AudioTokenizer, device: device));
        var library = await MediaLibraries.OpenAsync(recipe.Data, sources, cache, display, cancellation).ConfigureAwait(false);
        var data = $"{Data(recipe.Data.Source, library.Count)}, {library.Duration.TotalMinutes:0.#} minutes";
        return Opened(library, library.BadFiles, data, () => new AudioTokenizerTrainee(recipe, library));
    }

    // It reads its texts itself.
    private static OpenedTrainee Open(TextEncoderRecipeSpec recipe, DataSourceCatalog sources) =>
        new(new TextEncoderTrainee(recipe, sources), recipe.Data.Source, [], Library: null);

    private static string Data(string source, int files) => $"{source}: {files} sources";

    private static OpenedTrainee Opened(IDisposable library, IReadOnlyList<BadFile> bad, string data, Func<ITrainee> create)
    {
        try
        {
            return new(create(), data, bad, library);
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }
}
