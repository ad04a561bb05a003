using System.Security.Cryptography;
using System.Text;
using VideoPoet.Models.T5.SentencePiece;

namespace VideoPoet.Models.T5;

/// <summary>Turns text into ids with a SentencePiece unigram model (<c>spiece.model</c>), exactly as the library of that name does.</summary>
public sealed class SentencePieceTokenizer
{
    // Models of a million pieces have about 20 MB.
    private const long LargestFile = 1L << 28;
    private readonly SentencePieceModel _model;
    private readonly TextNormaliser _normaliser;
    private readonly UnigramEncoder _encoder;

    private SentencePieceTokenizer(SentencePieceModel model, string fingerprint)
    {
        _model = model;
        Fingerprint = fingerprint;
        var userDefined = new PieceTrie();
        foreach (var id in model.IdsOf(PieceKind.UserDefined))
            userDefined.Add(model.Pieces[id].Text, id);
        _normaliser = new(model.Normaliser, userDefined);
        _encoder = new(model);
    }

    /// <summary>The number of pieces; ids are below it.</summary>
    public int Count => _model.Pieces.Count;

    /// <summary>The id that ends a sentence, or null when the model has none.</summary>
    public int? EndId => _model.IdOf(_model.EndPiece, PieceKind.Control);

    /// <summary>The id that fills a batch, or null when the model has none.</summary>
    public int? PaddingId => _model.IdOf(_model.PaddingPiece, PieceKind.Control);

    /// <summary>The SHA-256 of the model file, as 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is no unigram model; the message names it.</exception>
    public static SentencePieceTokenizer Load(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > LargestFile)
            throw new FormatException($"{path}: it has {length} bytes; a SentencePiece model has at most {LargestFile}.");
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{path}: it is not a SentencePiece model that can be read. {exception.Message}", exception);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <param name="content">The bytes of a model file.</param>
    /// <exception cref="FormatException">The bytes are no unigram model.</exception>
    public static SentencePieceTokenizer Parse(ReadOnlySpan<byte> content) =>
        new(ModelParser.Parse(content), Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The text of a piece, with U+2581 for a space.</summary>
    /// <param name="id">Its id, 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No piece has this id.</exception>
    public string PieceOf(int id) => id >= 0 && id < Count
        ? _model.Pieces[id].Text
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The id of a piece must be 0 to {Count - 1}.");

    /// <summary>The ids of a text, without an end; none for a text that has nothing but spaces.</summary>
    /// <param name="text">Any text; half of a surrogate pair counts as U+FFFD.</param>
    /// <exception cref="FormatException">The model's map of characters leads outside itself.</exception>
    public int[] Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>The ids of a text, without an end; none for a text that has nothing but spaces.</summary>
    /// <param name="utf8">Any bytes; each that is not part of UTF-8 counts as U+FFFD.</param>
    /// <exception cref="FormatException">The model's map of characters leads outside itself.</exception>
    public int[] Encode(ReadOnlySpan<byte> utf8) => _encoder.Encode(_normaliser.Normalise(utf8));
}
