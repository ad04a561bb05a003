using System.Collections;
using System.Runtime.CompilerServices;

namespace VideoPoet.Core;

/// <summary>An immutable list that equals another list with equal items in the same order.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place in the list.</summary>
    /// <param name="index">The place, from 0 to <see cref="Count"/> − 1.</param>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <summary>The items separated by commas.</summary>
    public override string ToString() => string.Join(", ", _items);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Creates value lists.</summary>
public static class ValueList
{
    /// <summary>Copies items into a list; collection expressions call it.</summary>
    /// <param name="items">The items, in order.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies a sequence into a list.</summary>
    /// <param name="items">The items, in order.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
