namespace VideoPoet.Specs.Yaml;

/// <summary>Finds tabs in indentation, which YAML forbids and which look like blanks on a screen.</summary>
internal static class YamlTabs
{
    /// <summary>Reports each line whose indentation holds a tab; true when there is one.</summary>
    public static bool Report(string file, string text, IReadOnlySet<int> blockTextLines, SpecErrors errors)
    {
        var found = false;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = line.IndexOfAnyExcept(' ', '\t');
            var tab = content < 0 ? -1 : line[..content].IndexOf('\t');
            if (tab >= 0 && !blockTextLines.Contains(number))
            {
                errors.Add(new FileOrigin(file, number, tab + 1), "a tab stands in the indentation; indent with blanks.");
                found = true;
            }
        }

        return found;
    }
}
