namespace VideoPoet.Core;

/// <summary>Where a task, a view or a data source comes from.</summary>
/// <param name="File">The path of the assembly.</param>
/// <param name="Type">The full name of the class.</param>
public sealed record PartOrigin(string File, string Type)
{
    /// <summary>The origin of an object.</summary>
    /// <param name="part">A task, a view or a data source.</param>
    public static PartOrigin Of(object part)
    {
        var type = part.GetType();
        return new(type.Assembly.Location, type.FullName ?? type.Name);
    }

    /// <summary>The class and the file.</summary>
    public override string ToString() => $"{Type} in {File}";
}
