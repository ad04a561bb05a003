namespace VideoPoet.Specs.Binding;

/// <summary>Marks a specification type that is a file of its own: elsewhere, a file name stands in its place.</summary>
/// <param name="kind">The word for such a file: it names the schema and the environment variables.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpecFileAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>Says what the user-chosen keys of a map are, such as <c>task</c> or <c>format</c>.</summary>
/// <param name="what">A noun.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyedByAttribute(string what) : Attribute
{
    public string What { get; } = what;
}
