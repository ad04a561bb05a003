using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as nested brackets: the styles of NumPy and of C#.</summary>
internal sealed class NestedText
{
    private readonly StringBuilder _text = new();
    private readonly ElementText _elements;
    private readonly PrintOptions _options;
    private readonly (char Open, char Close) _brackets;
    private readonly string _suffix;
    private readonly Func<int, string> _betweenRows;
    private readonly Func<int, string> _afterGap;

    private NestedText(
        ElementText elements, PrintOptions options, (char Open, char Close) brackets, string suffix, Func<int, string> betweenRows,
        Func<int, string> afterGap)
    {
        _elements = elements;
        _options = options;
        _brackets = brackets;
        _suffix = suffix;
        _betweenRows = betweenRows;
        _afterGap = afterGap;
    }

    /// <summary>As NumPy writes arrays: deeper levels are separated by more line ends.</summary>
    public static string Numpy(ElementText elements, PrintOptions options)
    {
        if (elements.Shape.Length == 0)
            return elements[0];
        string Lines(int level) => string.Concat(Enumerable.Repeat(options.NewLine, elements.Shape.Length - level - 1));
        var text = new NestedText(elements, options, ('[', ']'), "", Lines, Lines);
        text.Write(0, 0, "", "");
        return text._text.ToString();
    }

    /// <summary>As C# writes arrays, after a line of metadata.</summary>
    public static string CSharp(ElementText elements, PrintOptions options, string metadata)
    {
        var dimensions = elements.Shape.Length;
        if (dimensions == 0)
            return $"{metadata}, value = {elements[0]}";
        var (name, suffix) = TypeName(elements.Type);
        var line = dimensions > 1 ? options.NewLine : "";
        var text = new NestedText(elements, options, ('{', '}'), suffix, _ => "," + options.NewLine, _ => options.NewLine);
        text._text.Append($"{metadata}, value = {line}{name} [{new string(',', dimensions - 1)}] ");
        text.Write(0, 0, dimensions > 1 ? line + " " : "", line);
        return text._text.ToString();
    }

    private static (string Name, string Suffix) TypeName(ScalarType type) => type switch
    {
        ScalarType.Byte => ("byte", ""),
        ScalarType.Int8 => ("sbyte", ""),
        ScalarType.Int16 => ("short", ""),
        ScalarType.Int32 => ("int", ""),
        ScalarType.Int64 => ("long", "L"),
        ScalarType.Bool => ("bool", ""),
        ScalarType.Float16 => ("float16", "f"),
        ScalarType.BFloat16 => ("bfloat16", "f"),
        ScalarType.Float32 => ("float", "f"),
        ScalarType.Float64 => ("double", ""),
        ScalarType.ComplexFloat32 => ("complex32", ""),
        _ => ("complex64", ""),
    };

    private void Write(int level, long first, string afterOpen, string beforeClose)
    {
        _text.Append(_brackets.Open).Append(afterOpen);
        if (level == _elements.Shape.Length - 1)
            WriteValues(first, _elements.Shape[level]);
        else
            WriteRows(level, first, _elements.Shape[level]);
        _text.Append(beforeClose).Append(_brackets.Close);
    }

    private void WriteValues(long first, long count)
    {
        foreach (var (index, last) in Shown(count, _options.MaxColumns))
            if (index < 0)
                _text.Append("... ");
            else
                _text.Append(_elements[first + index]).Append(_suffix).Append(last ? "" : ", ");
    }

    private void WriteRows(int level, long first, long count)
    {
        var size = _elements.Shape[(level + 1)..].TotalSize();
        foreach (var (index, last) in Shown(count, _options.MaxRows))
        {
            if (index < 0)
            {
                _text.Append(' ', level).Append(" ...").Append(_afterGap(level));
                continue;
            }
            if (index > 0)
                _text.Append(' ', level + 1);
            Write(level + 1, first + index * size, "", "");
            if (!last)
                _text.Append(_betweenRows(level));
        }
    }

    // The positions to write, with -1 where some in the middle are left out.
    private static IEnumerable<(long Index, bool Last)> Shown(long count, int most)
    {
        var trailing = most / 2;
        for (long i = 0; i < count; i++)
        {
            if (count > most && i == most - trailing)
            {
                yield return (-1, false);
                i = count - trailing;
            }
            yield return (i, i == count - 1);
        }
    }
}
