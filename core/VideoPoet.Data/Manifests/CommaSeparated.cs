using System.Text;

namespace VideoPoet.Data;

/// <summary>A manifest of comma-separated values (RFC 4180) whose first line names the fields.</summary>
internal static class CommaSeparated
{
    private const char Quote = '"';

    /// <summary>The entries; what is wrong goes to the builder.</summary>
    public static IEnumerable<DatasetEntry> Read(string path, EntryBuilder builder)
    {
        using var reader = new StreamReader(path);
        var rows = Rows(reader, builder).Where(row => row.Values is not [""]).GetEnumerator();
        if (!rows.MoveNext())
            yield break;
        if (FieldsOf(rows.Current, builder) is not { } fields)
            yield break;
        while (rows.MoveNext())
        {
            var (line, values) = rows.Current;
            if (values.Count != fields.Count)
                builder.Wrong(line, $"has {values.Count} values and the first line names {fields.Count} fields; put values with commas in quotes.");
            else if (builder.Build(line, fields.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)) is { } entry)
                yield return entry;
        }
    }

    private static List<string>? FieldsOf((int Line, List<string> Values) header, EntryBuilder builder)
    {
        var fields = header.Values.ConvertAll(field => field.Trim());
        var right = true;
        foreach (var field in fields.Distinct())
        {
            if (!EntryBuilder.Fields.Contains(field))
            {
                builder.UnknownField(header.Line, field);
                right = false;
            }
            else if (fields.Count(other => other == field) > 1)
            {
                builder.Wrong(header.Line, $"names the field '{field}' twice; keep one.");
                right = false;
            }
        }
        if (!fields.Contains(EntryBuilder.FileField))
        {
            builder.Wrong(header.Line, $"names no field 'file'; begin with a line such as {string.Join(',', EntryBuilder.Fields)}.");
            right = false;
        }
        return right ? fields : null;
    }

    // A quoted value may hold commas, doubled quotes and line breaks; a row is told by the line that it begins on.
    private static IEnumerable<(int Line, List<string> Values)> Rows(TextReader reader, EntryBuilder builder)
    {
        var number = 0;
        while (reader.ReadLine() is { } text)
        {
            var first = ++number;
            var values = new List<string>();
            var value = new StringBuilder();
            var quoted = false;
            for (var i = 0; ; i++)
            {
                if (i == text.Length)
                {
                    if (!quoted)
                        break;
                    if (reader.ReadLine() is not { } next)
                    {
                        builder.Wrong(first, "opens a quote that is never closed; double a quote that is meant as such.");
                        yield break;
                    }
                    number++;
                    value.Append('\n');
                    (text, i) = (next, -1);
                }
                else if (quoted && text[i] == Quote && i + 1 < text.Length && text[i + 1] == Quote)
                {
                    value.Append(text[i++]);
                }
                else if (text[i] == Quote && (quoted || value.Length == 0))
                {
                    quoted = !quoted;
                }
                else if (text[i] == ',' && !quoted)
                {
                    values.Add(value.ToString());
                    value.Clear();
                }
                else
                {
                    value.Append(text[i]);
                }
            }
            values.Add(value.ToString());
            yield return (first, values);
        }
    }
}
