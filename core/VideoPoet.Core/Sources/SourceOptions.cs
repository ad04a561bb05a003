namespace VideoPoet.Core;

/// <summary>Reads the options of a data source, as they stand behind its colon.</summary>
public static class SourceOptions
{
    /// <summary>Reads options.</summary>
    /// <param name="source">The name of the source, for messages.</param>
    /// <param name="text">The options as <c>name=value</c> divided by commas; empty for none.</param>
    /// <param name="known">The names that there are.</param>
    /// <exception cref="ArgumentException">A name is unknown or comes twice, or something is no option; it says what would be right.</exception>
    public static TaskParameters Parse(string source, string text, ValueList<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        var options = TaskParameters.None;
        foreach (var option in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (option.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
                throw new ArgumentException($"'{option}' is no option of the data source '{source}'; write it as name=value.", nameof(text));
            if (!known.Contains(name))
                throw new ArgumentException($"the data source '{source}': {Names.Unknown("option", name, known)}", nameof(text));
            if (options.Chosen.Contains(name))
                throw new ArgumentException($"the data source '{source}' is given the option '{name}' twice; keep one.", nameof(text));
            options = options.With(name, value);
        }
        return options;
    }
}
