using System.Security.Cryptography;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>
/// A model in a folder: what it is stands in memory, its weights are loaded when they are first used and shared by all generations. Thread-safe.
/// </summary>
public sealed class GenerationModel : IDisposable
{
    private readonly Func<string, ModelSpec, UnifiedVocabulary, ILanguageModelDecoder> _load;
    private readonly string _tokenizers;
    private readonly Lazy<string> _hash;
    private readonly Lock _lock = new();
    // Whether it is there can be asked while it is being loaded, which takes the lock for long.
    private volatile LoadedModel? _loaded;
    private int _uses;
    private bool _freeWhenUnused, _isDisposed;

    /// <summary>Opens a model; its weights are not read yet.</summary>
    /// <param name="name">The path of its folder, or the name of one below <c>models</c> beside the program.</param>
    /// <param name="tokenizers">The folder of the tokenizers; null for the model's own.</param>
    /// <param name="load">Loads a language model from a file of weights.</param>
    /// <exception cref="VideoGenerationException">There is no such model, or a file of it is missing.</exception>
    /// <exception cref="FormatException">A file is broken, or the files do not belong together.</exception>
    internal GenerationModel(string name, string? tokenizers, Func<string, ModelSpec, UnifiedVocabulary, ILanguageModelDecoder> load)
    {
        (Name, Folder, _load) = (name, ModelFinder.Find(name), load);
        _tokenizers = tokenizers ?? Models.Tokenizers.TokenizerFolder.Beside(Folder);
        Sampling = ModelSampling.Read(Folder);
        if (!Directory.Exists(_tokenizers))
            throw new VideoGenerationException($"the folder '{_tokenizers}', where tokenizers should be, does not exist.");
        try
        {
            WeightFile = LanguageModelFolder.FindWeights(Folder);
        }
        catch (FileNotFoundException exception)
        {
            throw new VideoGenerationException(exception.Message, exception);
        }
        Spec = SpecReader.ReadModel(Path.Join(Path.GetDirectoryName(WeightFile), LanguageModelFolder.ModelFileName));
        var identity = LanguageModelFile.IdentityOf(WeightFile);
        Vocabulary = identity?.Vocabulary ?? Spec.CreateVocabulary();
        Trained = new(identity?.Layouts ?? new Dictionary<string, string>(), Vocabulary);
        TrainedTokenizers = identity?.Tokenizers ?? new Dictionary<string, string>();
        _hash = new(() => HashOf(WeightFile));
    }

    /// <summary>The name, as it was asked for.</summary>
    public string Name { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The sizes of everything that it is made of.</summary>
    public ModelSpec Spec { get; }

    /// <summary>The token ids.</summary>
    public UnifiedVocabulary Vocabulary { get; }

    /// <summary>What it was trained on.</summary>
    public TrainedLayouts Trained { get; }

    /// <summary>How its tasks are drawn where nobody says otherwise.</summary>
    public ModelSampling Sampling { get; }

    /// <summary>Whether its weights are in memory.</summary>
    public bool IsLoaded => _loaded is not null;

    /// <summary>The folder of its tokenizers.</summary>
    public string TokenizerFolder => _tokenizers;

    internal string WeightFile { get; }

    internal IReadOnlyDictionary<string, string> TrainedTokenizers { get; }

    /// <summary>The SHA-256 of the language model's weights.</summary>
    internal string WeightHash => _hash.Value;

    /// <summary>Frees the weights, once no generation uses them; the next one loads them again.</summary>
    public void Unload()
    {
        lock (_lock)
        {
            if (_uses > 0)
                _freeWhenUnused = true;
            else
                Free();
        }
    }

    /// <summary>Frees the weights, once no generation uses them, for good.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        Unload();
    }

    /// <summary>Takes the weights for a generation, and loads them if they are not there.</summary>
    /// <param name="needed">What the generation has to do with; the tokenizers of anything else are loaded when it comes up.</param>
    internal Use Begin(IReadOnlyCollection<Modality> needed)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _loaded ??= Load(needed);
            _uses++;
            return new(this, _loaded);
        }
    }

    private LoadedModel Load(IReadOnlyCollection<Modality> needed)
    {
        var tokenizers = new Models.Tokenizers.TokenizerFolder(Spec, _tokenizers);
        // Beside the language model, on a thread that ends with it: loading is mostly work of one.
        var beside = Task.Factory.StartNew(() => TryLoad(tokenizers, needed), TaskCreationOptions.LongRunning);
        ILanguageModelDecoder? decoder = null;
        try
        {
            decoder = _load(WeightFile, Spec, Vocabulary);
            return new(decoder, tokenizers, TrainedTokenizers, WeightFile);
        }
        finally
        {
            beside.Wait();
            if (decoder is null)
                tokenizers.Dispose();
        }
    }

    private static void TryLoad(Models.Tokenizers.TokenizerFolder tokenizers, IReadOnlyCollection<Modality> needed)
    {
        try
        {
            foreach (var modality in needed)
                _ = LoadedModel.FingerprintOf(tokenizers, modality);
        }
        catch (Exception)
        {
            // The tokenizers keep it, and tell it to whoever asks for them.
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_uses == 0 && _freeWhenUnused)
                Free();
        }
    }

    private void Free()
    {
        _loaded?.Dispose();
        (_loaded, _freeWhenUnused) = (null, false);
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The weights, kept in memory until this is disposed.</summary>
    internal sealed class Use(GenerationModel model, LoadedModel loaded) : IDisposable
    {
        private bool _isDisposed;

        public LoadedModel Model { get; } = loaded;

        public void Dispose()
        {
            if (!_isDisposed)
                model.End();
            _isDisposed = true;
        }
    }
}
