using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order of insertion and can be indexed by position.</summary>
/// <typeparam name="TKey">The keys; each stands once.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)> where TKey : notnull
{
    private readonly List<TKey> _order = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    /// <summary>The number of entries.</summary>
    public int Count => _order.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => [.. _order];

    /// <summary>The values in order.</summary>
    public ICollection<TValue> Values => [.. _order.Select(key => _values[key])];

    /// <summary>The value of a key; assigning to a new key appends it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key to read.</exception>
    public TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            if (!_values.ContainsKey(key))
                _order.Add(key);
            _values[key] = value;
        }
    }

    /// <summary>The entry at a position.</summary>
    public (TKey, TValue) this[int index]
    {
        get => (_order[index], _values[_order[index]]);
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">The key stands already.</exception>
    public void Add(TKey key, TValue value)
    {
        _values.Add(key, value);
        _order.Add(key);
    }

    /// <summary>Appends an entry.</summary>
    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    /// <summary>Appends an entry.</summary>
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Inserts an entry at a position.</summary>
    /// <exception cref="ArgumentException">The key stands already.</exception>
    public void Insert(int index, (TKey, TValue) item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)_order.Count, nameof(index));
        _values.Add(item.Item1, item.Item2);
        _order.Insert(index, item.Item1);
    }

    /// <summary>Removes the entry of a key, if there is one.</summary>
    public bool Remove(TKey key) => _values.Remove(key) && _order.Remove(key);

    /// <summary>Removes an entry, if it stands with this value.</summary>
    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Removes an entry, if it stands with this value.</summary>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a position.</summary>
    public void RemoveAt(int index)
    {
        _values.Remove(_order[index]);
        _order.RemoveAt(index);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _order.Clear();
        _values.Clear();
    }

    /// <summary>Removes everything.</summary>
    public void clear() => Clear();

    /// <summary>Whether a key stands.</summary>
    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    /// <summary>Whether an entry stands with this value.</summary>
    public bool Contains((TKey, TValue) item) =>
        _values.TryGetValue(item.Item1, out var value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    /// <summary>Whether an entry stands with this value.</summary>
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    /// <summary>The position of an entry; -1 if it does not stand with this value.</summary>
    public int IndexOf((TKey, TValue) item) => Contains(item) ? _order.IndexOf(item.Item1) : -1;

    /// <summary>The value of a key, if it stands.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    /// <summary>Copies all entries in order.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach (var entry in this)
            array[arrayIndex++] = entry;
    }

    /// <summary>Copies all entries in order.</summary>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in this)
            array[arrayIndex++] = new(key, value);
    }

    /// <summary>All keys in order.</summary>
    public IEnumerable<TKey> keys() => _order;

    /// <summary>All values in order.</summary>
    public IEnumerable<TValue> values() => _order.Select(key => _values[key]);

    /// <summary>All entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <inheritdoc/>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => _order.Select(key => (key, _values[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
