using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoPoet.Core;

/// <summary>An immutable set of formats by name: the paper's, and those that were declared.</summary>
public sealed partial class VideoFormats : IReadOnlyCollection<VideoFormat>
{
    private readonly ValueList<VideoFormat> _formats;

    private VideoFormats(ValueList<VideoFormat> formats) => _formats = formats;

    /// <summary>The paper's formats: one image size, and square and portrait video of 17 and 41 frames (paper §4.1).</summary>
    public static VideoFormats BuiltIn { get; } = new(
    [
        new("image", 128, 128, 1),
        new("square-17", 128, 128, 17),
        new("square-41", 128, 128, 41),
        new("portrait-17", 128, 224, 17),
        new("portrait-41", 128, 224, 41),
    ]);

    /// <summary>The number of formats.</summary>
    public int Count => _formats.Count;

    /// <summary>The names, in order of declaration.</summary>
    public IEnumerable<string> Names => _formats.Select(format => format.Name);

    /// <summary>The format with a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such format; the message says which there are.</exception>
    public VideoFormat this[string name] =>
        TryGet(name, out var format) ? format : throw new ArgumentException(Core.Names.Unknown("format", name, Names), nameof(name));

    /// <summary>Looks a format up.</summary>
    /// <param name="name">The name.</param>
    /// <param name="format">The format, when there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out VideoFormat? format) =>
        (format = _formats.FirstOrDefault(candidate => candidate.Name == name)) is not null;

    /// <summary>The same set with formats added; declaring the same format twice changes nothing.</summary>
    /// <param name="formats">The formats.</param>
    /// <exception cref="ArgumentException">A name already belongs to another size or length.</exception>
    public VideoFormats With(params IEnumerable<VideoFormat> formats)
    {
        var all = _formats.ToList();
        foreach (var format in formats)
        {
            if (all.Find(candidate => candidate.Name == format.Name) is not { } existing)
                all.Add(format);
            else if (existing != format)
                throw new ArgumentException($"the format name '{format.Name}' stands for {existing} already; {format} needs another.", nameof(formats));
        }
        return new(all.ToValueList());
    }

    /// <summary>The format with a name, or any other format written as width, height and frames: <c>64x64x17</c>.</summary>
    /// <param name="nameOrSize">A name, or a size and a length.</param>
    /// <exception cref="ArgumentException">There is no such format, or the size is not valid.</exception>
    public VideoFormat Find(string nameOrSize)
    {
        if (Size().Match(nameOrSize) is not { Success: true } size)
            return this[nameOrSize];
        return new(nameOrSize, Number(1), Number(2), Number(3));

        int Number(int group) => int.Parse(size.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public IEnumerator<VideoFormat> GetEnumerator() => _formats.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [GeneratedRegex(@"\A(\d{1,6})x(\d{1,6})x(\d{1,6})\z")]
    private static partial Regex Size();
}
