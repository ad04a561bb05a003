namespace VideoPoet.Core;

/// <summary>A data source under its name; it is created when it is first opened.</summary>
/// <param name="name">The name: lower-case words joined by hyphens.</param>
/// <param name="source">Creates the source, once.</param>
/// <param name="origin">Where the source comes from.</param>
/// <exception cref="ArgumentException">The name breaks its rule.</exception>
public sealed class RegisteredDataSource(string name, Lazy<IDataSource> source, PartOrigin origin)
{
    /// <summary>Registers a source that exists already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">The source.</param>
    public RegisteredDataSource(string name, IDataSource source)
        : this(name, new Lazy<IDataSource>(source), PartOrigin.Of(source))
    {
    }

    /// <summary>The name.</summary>
    public string Name { get; } = Names.Check(name, "data source");

    /// <summary>The source.</summary>
    public Lazy<IDataSource> Source { get; } = source;

    /// <summary>Where the source comes from.</summary>
    public PartOrigin Origin { get; } = origin;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
