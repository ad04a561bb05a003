namespace VideoPoet.Core;

/// <summary>One range of ids for everything that a sequence can hold: special tokens, then visual codes, then audio codes level by level.</summary>
/// <remarks>Paper §3.1: 256 special and task tokens, 262,144 visual codes, 4 × 1,024 audio codes; 266,496 ids in all.</remarks>
public sealed record UnifiedVocabulary
{
    /// <summary>How many ids are reserved for special tokens, task tokens, format tokens and text positions.</summary>
    public const int SpecialIds = 256;

    /// <summary>The length of the text slot: at most 64 text embeddings, each position with an id of its own (paper §3.1).</summary>
    public const int TextPositions = 64;

    /// <summary>Describes a vocabulary; the defaults are the paper's.</summary>
    /// <param name="visualCodes">The number of visual codes, at least 1.</param>
    /// <param name="audioLevels">The number of levels of the audio tokenizer, at least 1.</param>
    /// <param name="audioCodesPerLevel">The number of codes of each level, at least 1.</param>
    /// <param name="tokens">The ids of task and format tokens; the built-in ones when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the ids do not fit in an <see cref="int"/>.</exception>
    public UnifiedVocabulary(int visualCodes = 262_144, int audioLevels = 4, int audioCodesPerLevel = 1_024, TokenTable? tokens = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visualCodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(audioLevels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(audioCodesPerLevel, 1);
        if (SpecialIds + (long)visualCodes + (long)audioLevels * audioCodesPerLevel > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(visualCodes), visualCodes, "the vocabulary has more ids than an int can number.");
        VisualCodes = visualCodes;
        AudioLevels = audioLevels;
        AudioCodesPerLevel = audioCodesPerLevel;
        Tokens = tokens ?? TokenTable.BuiltIn;
    }

    /// <summary>The paper's vocabulary.</summary>
    public static UnifiedVocabulary Paper { get; } = new();

    /// <summary>The ids of the text positions: placeholders, since text enters as embeddings.</summary>
    public static IdRange Text { get; } = new(SpecialIds - TextPositions, TextPositions);

    /// <summary>The number of visual codes.</summary>
    public int VisualCodes { get; }

    /// <summary>The number of levels of the audio tokenizer.</summary>
    public int AudioLevels { get; }

    /// <summary>The number of codes of each audio level.</summary>
    public int AudioCodesPerLevel { get; }

    /// <summary>The ids of task and format tokens.</summary>
    public TokenTable Tokens { get; }

    /// <summary>The number of ids.</summary>
    public int Size => Audio.End;

    /// <summary>The ids of visual codes.</summary>
    public IdRange Visual => new(SpecialIds, VisualCodes);

    /// <summary>The ids of audio codes, all levels.</summary>
    public IdRange Audio => new(Visual.End, AudioLevels * AudioCodesPerLevel);

    /// <summary>A hash of the sizes and of every token id: equal for vocabularies that are equal, on any machine.</summary>
    public string Fingerprint => Core.Fingerprint.Of(ToString());

    /// <summary>The ids of one audio level.</summary>
    /// <param name="level">The level, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public IdRange AudioLevel(int level) => new(Audio.Start + AudioCodesPerLevel * InRange(level, AudioLevels, "audio level"), AudioCodesPerLevel);

    /// <summary>The id of a visual code.</summary>
    /// <param name="code">The code, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public int VisualId(int code) => Visual.Start + InRange(code, VisualCodes, "visual code");

    /// <summary>The visual code of an id.</summary>
    /// <param name="id">An id of <see cref="Visual"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not visual.</exception>
    public int VisualCode(int id) => Visual.Contains(id) ? id - Visual.Start : throw NotIn(Visual, id, "a visual");

    /// <summary>The id of an audio code.</summary>
    /// <param name="level">The level, from 0.</param>
    /// <param name="code">The code within the level, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level or code.</exception>
    public int AudioId(int level, int code) => AudioLevel(level).Start + InRange(code, AudioCodesPerLevel, "audio code");

    /// <summary>The level and the code of an audio id.</summary>
    /// <param name="id">An id of <see cref="Audio"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not audio.</exception>
    public (int Level, int Code) AudioCode(int id) =>
        Audio.Contains(id) ? Math.DivRem(id - Audio.Start, AudioCodesPerLevel) : throw NotIn(Audio, id, "an audio");

    /// <summary>What an id stands for.</summary>
    /// <param name="id">The id, from 0 to <see cref="Size"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no such id.</exception>
    public Modality ModalityOf(int id) =>
        InRange(id, Size, "token id") < SpecialIds ? Text.Contains(id) ? Modality.Text : Modality.Special
        : Visual.Contains(id) ? Modality.Visual
        : Modality.Audio;

    /// <summary>The same vocabulary with the task tokens of some tasks added; ids that exist stay.</summary>
    /// <param name="tokens">The task tokens.</param>
    public UnifiedVocabulary With(params IEnumerable<TaskToken> tokens) =>
        With(Tokens.With(TokenKind.Task, tokens.Select(token => token.Name)));

    /// <summary>The same vocabulary with the format tokens of some formats added; ids that exist stay.</summary>
    /// <param name="formats">The formats.</param>
    public UnifiedVocabulary With(params IEnumerable<VideoFormat> formats)
    {
        var all = formats.ToArray();
        return With(Tokens
            .With(TokenKind.Resolution, all.Select(format => format.ResolutionToken).OfType<string>())
            .With(TokenKind.Duration, all.Select(format => format.DurationToken).OfType<string>()));
    }

    /// <summary>What would stop sequences made with this vocabulary from being understood by a model made with another, one line each.</summary>
    /// <param name="other">The other vocabulary, such as that of a checkpoint.</param>
    public IEnumerable<string> ConflictsWith(UnifiedVocabulary other) =>
    [
        .. Different("visual codes", VisualCodes, other.VisualCodes),
        .. Different("audio levels", AudioLevels, other.AudioLevels),
        .. Different("codes per audio level", AudioCodesPerLevel, other.AudioCodesPerLevel),
        .. Tokens.ConflictsWith(other.Tokens),
    ];

    /// <summary>The sizes and every token id, in one line.</summary>
    public override string ToString() =>
        $"special={SpecialIds} text={TextPositions} visual={VisualCodes} audio={AudioLevels}x{AudioCodesPerLevel} {Tokens}";

    private UnifiedVocabulary With(TokenTable tokens) => new(VisualCodes, AudioLevels, AudioCodesPerLevel, tokens);

    private static IEnumerable<string> Different(string what, int here, int there) =>
        here == there ? [] : [$"{here:N0} {what} here, {there:N0} there"];

    private static int InRange(int value, int count, string what) => value >= 0 && value < count
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{what} must be from 0 to {count - 1}.");

    private static ArgumentOutOfRangeException NotIn(IdRange range, int id, string article) =>
        new(nameof(id), id, $"not {article} id; those are {range}.");
}
