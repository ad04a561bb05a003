using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPoet.Core;

namespace VideoPoet.Specs.Binding;

/// <summary>
/// Reads the shape of a specification from its record: properties are keys, initialisers are defaults, <c>required</c> is required.
/// </summary>
internal static class Shapes
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Records = new();

    /// <summary>The shape of a record.</summary>
    public static RecordShape Of<T>() => OfRecord(typeof(T));

    /// <summary>The shape of a file.</summary>
    /// <typeparam name="T">Its record, or what its records have in common.</typeparam>
    public static FileShape OfFile<T>()
    {
        var type = typeof(T);
        var kind = type.GetCustomAttribute<SpecFileAttribute>()!.Kind;
        var records = type.GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(record => (string)record.TypeDiscriminator!, record => OfRecord(record.DerivedType));
        return records.Count == 0 ? FileShape.Of(OfRecord(type)) : new(kind, Selector(type), records);
    }

    private static RecordShape OfRecord(Type type) => Records.GetOrAdd(type, static type =>
    {
        var defaults = Activator.CreateInstance(type)!;
        var keys = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .OrderBy(property => property.DeclaringType == type)
            .Select(property => KeyOf(property, defaults));
        return new(type, type.GetCustomAttribute<SpecFileAttribute>()?.Kind, [.. keys]) { SelectedBy = Selector(type) };
    });

    // The attribute stands at what a file's records have in common and is not inherited.
    private static string? Selector(Type type) =>
        new[] { type, type.BaseType! }.Select(place => place.GetCustomAttribute<JsonPolymorphicAttribute>())
            .FirstOrDefault(attribute => attribute is not null)?.TypeDiscriminatorPropertyName;

    private static KeyShape KeyOf(PropertyInfo property, object defaults)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute));
        var shape = OfType(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property);
        return new(NameOf(property.Name), property, shape, required, required ? null : property.GetValue(defaults));
    }

    private static Shape OfType(Type type, PropertyInfo property)
    {
        var range = NumberRange.Of(property.GetCustomAttribute<RangeAttribute>());
        var atLeast = property.GetCustomAttribute<MinLengthAttribute>()?.Length ?? 0;
        if (type == typeof(string))
            return new TextShape();

        if (type == typeof(bool))
            return new SwitchShape();

        if (type == typeof(Share))
            return new ShareShape(range);

        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            return new NumberShape(type, range);

        if (type.IsEnum)
            return new ChoiceShape(type, Enum.GetValues(type).Cast<object>().ToDictionary(value => value.ToString()!.ToLowerInvariant()));

        if (ArgumentOf(type, typeof(ValueList<>)) is [var item])
            return new ListShape(type, OfType(item, property), atLeast);

        if (ArgumentOf(type, typeof(IReadOnlyDictionary<,>)) is [_, var value])
            return new MapShape(type, OfType(value, property), property.GetCustomAttribute<KeyedByAttribute>()!.What, atLeast);

        return OfRecord(type);
    }

    private static Type[]? ArgumentOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments() : null;

    private static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
