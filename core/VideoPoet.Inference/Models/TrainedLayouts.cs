using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Which sequences a language model was trained on, and with them which formats it knows of each task.</summary>
public sealed class TrainedLayouts
{
    private const string NameAndFormat = " in ";
    private const int UsualFrames = 17, UsualEdge = 128;

    private readonly Dictionary<string, string> _namesByFingerprint;
    private readonly UnifiedVocabulary _vocabulary;
    private readonly VideoFormat[] _shapes;

    /// <summary>Reads what a file of weights says.</summary>
    /// <param name="layouts">The fingerprint of each layout by a name such as <c>text-to-video(text) in square-17</c>; none when nothing is known.</param>
    /// <param name="vocabulary">The token ids, among them those of the formats.</param>
    internal TrainedLayouts(IReadOnlyDictionary<string, string> layouts, UnifiedVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        Names = layouts.Keys.Order(StringComparer.Ordinal).ToValueList();
        _namesByFingerprint = layouts.OrderBy(layout => layout.Key, StringComparer.Ordinal)
            .GroupBy(layout => layout.Value).ToDictionary(group => group.Key, group => group.First().Key);
        _shapes = [.. Shapes(vocabulary)];
    }

    /// <summary>The names of the layouts, such as <c>text-to-video(text) in square-17</c>; none when the weights do not say.</summary>
    public ValueList<string> Names { get; }

    /// <summary>Whether the weights say what they were trained on; else nothing is refused.</summary>
    public bool AreKnown => Names.Count > 0;

    /// <summary>Whether the model was trained on a layout, or does not say.</summary>
    /// <param name="layout">The layout.</param>
    public bool Have(SequenceLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return !AreKnown || _namesByFingerprint.ContainsKey(layout.Fingerprint);
    }

    /// <summary>
    /// The formats in which the model was trained on a task, or could be asked for it when it does not say, the smallest first. They have the names
    /// that they had in training.
    /// </summary>
    /// <param name="task">What the sequence conditions on and outputs.</param>
    public IEnumerable<VideoFormat> FormatsOf(TaskDefinition task)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var shape in _shapes)
        {
            if (task.Misfit(shape) is not null || !HasTokens(task, shape))
                continue;
            if (!AreKnown)
                yield return shape;
            else if (_namesByFingerprint.TryGetValue(SequenceLayout.Create(task, shape, _vocabulary).Fingerprint, out var name))
                yield return new(FormatOf(name), shape.Width, shape.Height, shape.Frames);
        }
    }

    /// <summary>The names of the formats that the model was trained on with any task.</summary>
    public IEnumerable<string> FormatNames => Names.Select(FormatOf).Distinct();

    private bool HasTokens(TaskDefinition task, VideoFormat format) =>
        _vocabulary.Tokens.Entries.ContainsKey($"task:{task.Token.Name}")
        && (format.ResolutionToken is not { } resolution || _vocabulary.Tokens.Entries.ContainsKey($"res:{resolution}"))
        && (format.DurationToken is not { } duration || _vocabulary.Tokens.Entries.ContainsKey($"frames:{duration}"));

    private static string FormatOf(string name) => name[(name.LastIndexOf(NameAndFormat, StringComparison.Ordinal) + NameAndFormat.Length)..];

    // Every size and length that the vocabulary has tokens for, or that needs none.
    private static IEnumerable<VideoFormat> Shapes(UnifiedVocabulary vocabulary)
    {
        var keys = vocabulary.Tokens.Entries.Keys.Select(key => key.Split(':')).ToArray();
        var sizes = keys.Where(key => key[0] == "res").Select(key => key[1].Split('x').Select(Number).ToArray()).Append([UsualEdge, UsualEdge]);
        int[] lengths = [1, UsualFrames, .. keys.Where(key => key[0] == "frames").Select(key => Number(key[1]))];
        var shapes =
            from size in sizes
            from frames in lengths
            let name = $"{size[0]}x{size[1]}x{frames}"
            let builtIn = VideoFormats.BuiltIn.FirstOrDefault(format => (format.Width, format.Height, format.Frames) == (size[0], size[1], frames))
            select builtIn ?? new VideoFormat(name, size[0], size[1], frames);
        return shapes.OrderBy(shape => shape.Latent.Tokens).ThenBy(shape => shape.Name, StringComparer.Ordinal);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
