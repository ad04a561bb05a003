namespace VideoPoet.Architecture;

/// <summary>One member of each kind.</summary>
public abstract class Sample<T>(int first, T second) : MemoryStream
{
    public const byte Limit = 7;

    public static readonly List<T>[] Shared = [];

    public event EventHandler? Changed;

    public enum Colour
    {
        Green = 3,
    }

    public int Count { get; set; } = first;

    public bool Secret { get; private set; }

    public T this[int row, int column] => second;

    public static Sample<T> operator +(Sample<T> left, Sample<T> right) => right;

    public static TResult Convert<TResult>(T value, Func<T, TResult> convert, double scale = 1.5, string? text = null) => convert(value);

    public void Change(ref int counted, out long? found, params string[] names)
    {
        found = counted++;
        Secret = true;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    internal int ForFriends() => Count;

    public struct Inner<TOther>;
}
