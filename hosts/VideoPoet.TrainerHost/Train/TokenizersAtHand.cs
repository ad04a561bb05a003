using VideoPoet.Data;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.OwnData;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.TrainerHost.Train;

/// <summary>The tokenizers that a language model's recipe names, as far as their files are there: training needs none of them.</summary>
internal sealed class TokenizersAtHand : IDisposable
{
    private readonly TokenizerFolder? _video, _audio;

    private TokenizersAtHand(TokenizerFolder? video, TokenizerFolder? audio)
    {
        (_video, _audio) = (video, audio);
        Decoder = video is null && audio is null ? null : new(video, audio);
        Fingerprints = new(video?.VideoFingerprint, audio?.AudioFingerprint, null);
    }

    /// <summary>Decodes what is generated; null where there is no tokenizer.</summary>
    public SampleDecoder? Decoder { get; }

    /// <summary>What the tokens of the data must mean; null where a tokenizer is not there to tell.</summary>
    public TokenizerFingerprints Fingerprints { get; }

    /// <summary>Finds the tokenizers.</summary>
    /// <param name="recipe">The recipe.</param>
    public static TokenizersAtHand Find(LanguageModelRecipeSpec recipe) => new(
        FolderOf(recipe, recipe.Weights.VideoTokenizer), FolderOf(recipe, recipe.Weights.AudioTokenizer));

    /// <summary>Frees the tokenizers.</summary>
    public void Dispose()
    {
        _video?.Dispose();
        _audio?.Dispose();
    }

    private static TokenizerFolder? FolderOf(LanguageModelRecipeSpec recipe, string? name)
    {
        if (name is null)
            return null;
        var file = Path.Join(OwnTokens.FolderOf(recipe), name);
        return File.Exists(file) ? new(recipe.Model, Path.GetDirectoryName(file)!) : null;
    }
}
