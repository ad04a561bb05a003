namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Reads a SentencePiece model file; the field numbers are those of its published schema.</summary>
internal sealed class ModelParser
{
    private const int Unigram = 1;
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<string, int> _ids = [];
    private NormaliserRules _rules = new();
    private int _algorithm = Unigram;
    private bool _hasByteFallback;
    private string _endPiece = "</s>";
    private string _paddingPiece = "<pad>";

    /// <summary>Reads and checks a model.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="FormatException">The bytes are not a unigram model that text can be encoded with.</exception>
    public static SentencePieceModel Parse(ReadOnlySpan<byte> content)
    {
        var parser = new ModelParser();
        parser.ReadModel(content);
        var model = new SentencePieceModel
        {
            Pieces = parser._pieces,
            Ids = parser._ids,
            Normaliser = parser._rules,
            HasByteFallback = parser._hasByteFallback,
            EndPiece = parser._endPiece,
            PaddingPiece = parser._paddingPiece,
        };
        Check(model, parser._algorithm);
        return model;
    }

    private void ReadModel(ReadOnlySpan<byte> message)
    {
        var fields = new WireReader(message);
        while (fields.Read())
        {
            switch (fields.Field)
            {
                case 1:
                    ReadPiece(fields.Bytes);
                    break;
                case 2:
                    ReadTraining(fields.Bytes);
                    break;
                case 3:
                    ReadNormaliser(fields.Bytes);
                    break;
            }
        }
    }

    private void ReadPiece(ReadOnlySpan<byte> message)
    {
        var (text, score, kind) = ("", 0f, PieceKind.Normal);
        var fields = new WireReader(message);
        while (fields.Read())
        {
            switch (fields.Field)
            {
                case 1:
                    text = fields.Text;
                    break;
                case 2:
                    score = fields.Single;
                    break;
                case 3:
                    kind = (PieceKind)fields.Integer;
                    break;
            }
        }

        var id = _pieces.Count;
        if (text.Length == 0 || text.Contains('\0'))
            throw new FormatException($"Piece {id} must have a text without a zero character, found '{text.Replace("\0", "\\0")}'.");
        if (!float.IsFinite(score))
            throw new FormatException($"The score of piece {id}, '{text}', must be a finite number, found {score}.");
        if (!Enum.IsDefined(kind))
            throw new FormatException($"The kind of piece {id}, '{text}', must be 1 to 6, found {(int)kind}.");
        if (!_ids.TryAdd(text, id))
            throw new FormatException($"The pieces {_ids[text]} and {id} have the same text, '{text}'.");
        _pieces.Add(new(text, score, kind));
    }

    private void ReadTraining(ReadOnlySpan<byte> message)
    {
        var fields = new WireReader(message);
        while (fields.Read())
        {
            switch (fields.Field)
            {
                case 3:
                    _algorithm = fields.Integer;
                    break;
                case 24:
                    _rules = _rules with { AddsSpaceAfter = fields.Flag };
                    break;
                case 35:
                    _hasByteFallback = fields.Flag;
                    break;
                case 47:
                    _endPiece = fields.Text;
                    break;
                case 48:
                    _paddingPiece = fields.Text;
                    break;
            }
        }
    }

    private void ReadNormaliser(ReadOnlySpan<byte> message)
    {
        var fields = new WireReader(message);
        while (fields.Read())
        {
            _rules = fields.Field switch
            {
                2 => _rules with { Characters = CharacterMap.Parse(fields.Bytes) },
                3 => _rules with { AddsSpace = fields.Flag },
                4 => _rules with { RemovesExtraSpaces = fields.Flag },
                5 => _rules with { EscapesSpaces = fields.Flag },
                _ => _rules,
            };
        }
    }

    private static void Check(SentencePieceModel model, int algorithm)
    {
        if (algorithm != Unigram)
        {
            var name = algorithm switch { 2 => "BPE", 3 => "word", 4 => "character", _ => $"{algorithm}" };
            throw new FormatException($"The model must be a unigram model, as T5's is; its type is {name}.");
        }

        var unknown = model.IdsOf(PieceKind.Unknown).Count();
        if (unknown != 1)
            throw new FormatException($"The model must have one piece for what is unknown, found {unknown}.");
        if (model.HasByteFallback && BytePiece.Texts.FirstOrDefault(text => model.IdOf(text, PieceKind.Byte) is null) is { } missing)
            throw new FormatException($"The model writes what is unknown as bytes, but has no piece '{missing}' of that kind.");
    }
}
