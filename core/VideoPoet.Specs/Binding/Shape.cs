using System.Reflection;

namespace VideoPoet.Specs.Binding;

/// <summary>
/// What a value of a specification may be. The binder and the JSON schema both read it, so an editor accepts what the program accepts.
/// </summary>
/// <param name="Type">The type that the value becomes.</param>
internal abstract record Shape(Type Type);

/// <summary>Text of any content, but not empty.</summary>
internal sealed record TextShape() : Shape(typeof(string));

/// <summary>True or false.</summary>
internal sealed record SwitchShape() : Shape(typeof(bool));

/// <summary>A part of a whole.</summary>
internal sealed record ShareShape(NumberRange Range) : Shape(typeof(Share));

/// <summary>A number, whole or not.</summary>
internal sealed record NumberShape(Type Type, NumberRange Range) : Shape(Type)
{
    public bool Whole => Type != typeof(double);
}

/// <summary>One of a few words.</summary>
internal sealed record ChoiceShape(Type Type, IReadOnlyDictionary<string, object> Choices) : Shape(Type);

/// <summary>A list; a single item may stand without brackets when items are scalars.</summary>
internal sealed record ListShape(Type Type, Shape Item, int AtLeast) : Shape(Type)
{
    public bool AllowsSingle => Item is not (ListShape or MapShape or RecordShape);
}

/// <summary>A map whose keys the user chooses.</summary>
internal sealed record MapShape(Type Type, Shape Value, string KeyedBy, int AtLeast) : Shape(Type);

/// <summary>A map with fixed keys.</summary>
/// <param name="Type">The record that it becomes.</param>
/// <param name="FileKind">The kind of file that it is; null when it has no file of its own.</param>
/// <param name="Keys">The keys, in order.</param>
internal sealed record RecordShape(Type Type, string? FileKind, IReadOnlyList<KeyShape> Keys) : Shape(Type)
{
    /// <summary>The key by which its file says that it is this record and no other; null when the file can be no other.</summary>
    public string? SelectedBy { get; init; }
}

/// <summary>A fixed key.</summary>
/// <param name="Name">The key.</param>
/// <param name="Property">The property that receives the value.</param>
/// <param name="Value">What the value may be.</param>
/// <param name="Required">Whether the key must be given.</param>
/// <param name="Default">What the property has without the key; null when it has nothing.</param>
internal sealed record KeyShape(string Name, PropertyInfo Property, Shape Value, bool Required, object? Default);
