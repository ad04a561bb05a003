using System.Text;

namespace TorchSharp;

/// <summary>Tensors as tables of right-aligned columns, as Julia writes them; rows that are too long are cut.</summary>
internal static class TableText
{
    private const string Ellipsis = " ...";

    public static string Julia(ElementText elements, PrintOptions options, string metadata)
    {
        var text = new StringBuilder(metadata);
        var shape = elements.Shape;
        if (shape.Length == 0)
            return text.Append(", value = ").Append(elements[0]).ToString();
        if (shape.Length > 2)
            foreach (var (table, name) in Tables(shape))
            {
                text.Append(options.NewLine).Append(name).Append(" =").Append(options.NewLine);
                AppendTable(text, elements, options, table * shape[^2] * shape[^1], shape[^2], shape[^1]);
            }
        else
            AppendTable(text.Append(options.NewLine), elements, options, 0, shape.Length == 1 ? 1 : shape[0], shape[^1]);
        return text.ToString();
    }

    private static IEnumerable<(long Table, string Name)> Tables(long[] shape)
    {
        var leading = shape[..^2];
        for (long table = 0; table < leading.TotalSize(); table++)
        {
            var positions = new long[leading.Length];
            var rest = table;
            for (var dimension = leading.Length - 1; dimension >= 0; dimension--)
                (rest, positions[dimension]) = Math.DivRem(rest, leading[dimension]);
            yield return (table, $"[{string.Join(',', positions)},..,..]");
        }
    }

    private static void AppendTable(StringBuilder text, ElementText elements, PrintOptions options, long first, long rowCount, long columnCount)
    {
        var rows = new List<List<string>>();
        for (long row = 0; row < rowCount; row++)
            rows.Add(Fitting(elements, options.Width, first + row * columnCount, columnCount));
        var shown = rows.Count == 0 ? 0 : rows.Min(row => row.Count);
        var widths = Enumerable.Range(0, shown).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < shown; column++)
                text.Append(' ').Append(row[column].PadLeft(widths[column]));
            text.Append(shown < columnCount ? Ellipsis : "").Append(options.NewLine);
        }
    }

    private static List<string> Fitting(ElementText elements, int width, long first, long count)
    {
        var row = new List<string>();
        for (long column = 0; column < count; column++)
        {
            var value = elements[first + column];
            if (value.Length + Ellipsis.Length > width)
                break;
            row.Add(value);
            width -= value.Length + 1;
        }
        return row;
    }
}
