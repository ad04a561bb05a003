namespace VideoPoet.Specs;

/// <summary>Says where a value was written: at a place in a file, in an environment variable, or in a command line setting.</summary>
public abstract record Origin
{
    /// <summary>The folder that a relative file name in the value starts from; empty for the working directory.</summary>
    private protected virtual string Folder => "";

    /// <summary>The file that a name in the value stands for.</summary>
    /// <param name="name">The name; it starts from the file that it stands in, or from the working directory when it stands in none.</param>
    /// <returns>The name without detours, relative to the working directory unless an absolute name led to it.</returns>
    public string Resolve(string name)
    {
        var combined = Path.Combine(Folder, name);
        var full = Path.GetFullPath(combined);
        return Path.IsPathRooted(combined) ? full : Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
    }
}

/// <summary>A place in a YAML file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters.</param>
public sealed record FileOrigin(string File, int Line, int Column) : Origin
{
    private protected override string Folder => Path.GetDirectoryName(File) ?? "";

    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>A file as a whole: it is missing, too large or not text.</summary>
/// <param name="File">The file, as it was named.</param>
public sealed record WholeFileOrigin(string File) : Origin
{
    /// <summary>The file's name.</summary>
    public override string ToString() => File;
}

/// <summary>An environment variable that overrides a file.</summary>
/// <param name="Variable">The variable's name.</param>
public sealed record EnvironmentOrigin(string Variable) : Origin
{
    /// <summary>The variable, said to be one.</summary>
    public override string ToString() => $"environment variable {Variable}";
}

/// <summary>A setting of the command line that overrides files and environment.</summary>
/// <param name="Setting">The key, as it was written before the equals sign.</param>
public sealed record SettingOrigin(string Setting) : Origin
{
    /// <summary>The setting as it stands on the command line.</summary>
    public override string ToString() => $"--set {Setting}";
}
