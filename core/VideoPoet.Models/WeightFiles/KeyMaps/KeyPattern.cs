using System.Text;
using System.Text.RegularExpressions;

namespace VideoPoet.Models.WeightFiles;

/// <summary>A pattern of tensor names: text with words in braces, see <see cref="KeyRule"/>.</summary>
internal sealed partial class KeyPattern
{
    // Null where one word stands for a whole name, as in files with a module's own names: that needs no automaton, which takes long to build.
    private readonly Regex? _regex;

    /// <exception cref="ArgumentException">A word occurs twice, or a brace is not part of a word.</exception>
    public KeyPattern(string text)
    {
        var regex = new StringBuilder(@"\A");
        var words = new HashSet<string>();
        var end = 0;
        foreach (Match word in Word().Matches(text))
        {
            regex.Append(Literal(text, end, word.Index));
            var name = word.Groups["name"].Value;
            if (word.Groups["form"].Value == ":joined" || !words.Add(name))
                throw new ArgumentException($"The pattern '{text}' cannot have {word.Value}: a word matches once, as {{word}} or {{word*}}.");
            regex.Append(word.Groups["form"].Value == "*" ? $"(?<{name}>.+)" : $"(?<{name}>[^.]+)");
            end = word.Index + word.Length;
        }
        regex.Append(Literal(text, end, text.Length)).Append(@"\z");
        // Names come from foreign files: the time must not depend on how they are chosen.
        _regex = text == $"{{{words.FirstOrDefault()}*}}"
            ? null
            : new(regex.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        Words = words;
    }

    /// <summary>The words in braces.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>What the words stand for in a name, or null when the name does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string name)
    {
        if (_regex is null)
            return name.Length > 0 ? Words.ToDictionary(word => word, _ => name) : null;
        var match = _regex.Match(name);
        return match.Success ? Words.ToDictionary(word => word, word => match.Groups[word].Value) : null;
    }

    /// <summary>Puts what the words stand for into a text that repeats them.</summary>
    /// <exception cref="ArgumentException">The text has a word that the pattern lacks.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) => Word().Replace(template, word =>
    {
        if (!values.TryGetValue(word.Groups["name"].Value, out var value))
            throw new ArgumentException($"The name '{template}' repeats {word.Value}, which its rule's pattern lacks.");
        return word.Groups["form"].Value == ":joined" ? value.Replace(".", "", StringComparison.Ordinal) : value;
    });

    private static string Literal(string text, int start, int end)
    {
        var literal = text[start..end];
        return literal.AsSpan().IndexOfAny('{', '}') < 0
            ? Regex.Escape(literal)
            : throw new ArgumentException($"The pattern '{text}' has a brace that is not part of a word such as {{l}} or {{rest*}}.");
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?<form>\*|:joined)?\}")]
    private static partial Regex Word();
}
