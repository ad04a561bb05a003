using System.Collections.ObjectModel;
using System.Reflection;
using VideoPoet.Core;

namespace VideoPoet.Specs.Binding;

/// <summary>Makes the typed, immutable collections of specification records from untyped values.</summary>
internal static class SpecCollections
{
    private static readonly MethodInfo ListMethod = typeof(SpecCollections).GetMethod(nameof(List), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo MapMethod = typeof(SpecCollections).GetMethod(nameof(Map), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A <see cref="ValueList{T}"/> of an item type.</summary>
    public static object ToValueList(IEnumerable<object> items, Type itemType) => ListMethod.MakeGenericMethod(itemType).Invoke(null, [items])!;

    /// <summary>A read-only dictionary of a value type, in the order of its entries.</summary>
    public static object ToMap(IEnumerable<KeyValuePair<string, object>> entries, Type valueType) =>
        MapMethod.MakeGenericMethod(valueType).Invoke(null, [entries])!;

    private static ValueList<T> List<T>(IEnumerable<object> items) => items.Cast<T>().ToValueList();

    private static IReadOnlyDictionary<string, T> Map<T>(IEnumerable<KeyValuePair<string, object>> entries)
    {
        var map = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
            map.Add(key, (T)value);

        return new ReadOnlyDictionary<string, T>(map);
    }
}
