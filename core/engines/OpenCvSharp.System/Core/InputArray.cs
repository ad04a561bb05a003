using System.Diagnostics.CodeAnalysis;

namespace OpenCvSharp;

/// <summary>What a function reads: an image, or a value that stands for one.</summary>
public class InputArray : CvObject
{
    private readonly Mat mat;

    private InputArray(Mat mat, bool owned) : base(owned ? mat.Handle : null) => this.mat = mat;

    internal MatHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return mat.Handle;
        }
    }

    /// <summary>Wraps an image.</summary>
    /// <param name="mat">The image.</param>
    /// <returns>The array, which does not own the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    public static InputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new InputArray(mat, owned: false);
    }

    /// <summary>Copies a value of up to four channels.</summary>
    /// <param name="val">The value.</param>
    /// <returns>The array.</returns>
    public static InputArray Create(Scalar val) => Column([val.Val0, val.Val1, val.Val2, val.Val3]);

    /// <summary>Copies one number.</summary>
    /// <param name="val">The number.</param>
    /// <returns>The array.</returns>
    public static InputArray Create(double val) => Column([val]);

    /// <summary>Wraps values as a column.</summary>
    /// <typeparam name="T">A type that <see cref="Mat{TElem}"/> supports.</typeparam>
    /// <param name="array">The values, at least one.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException"><paramref name="array"/> is empty or of an unsupported type.</exception>
    public static InputArray Create<T>(T[] array) where T : struct
    {
        ArgumentNullException.ThrowIfNull(array);
        return Create(array, MatElement.TypeOf<T>());
    }

    /// <summary>Wraps values as a column of a given type.</summary>
    /// <typeparam name="T">A plain value type.</typeparam>
    /// <param name="array">The values, at least one.</param>
    /// <param name="type">The type of the column's elements.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException"><paramref name="array"/> is empty or its elements hold references.</exception>
    public static InputArray Create<T>(T[] array, MatType type) where T : struct
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Length == 0) throw new ArgumentException("array.Length == 0", nameof(array));
        return new InputArray(Mat.FromPixelData(array.Length, 1, type, array), owned: true);
    }

    /// <summary>Wraps an image; null stays null, which functions take as "no mask" or reject.</summary>
    /// <param name="mat">The image.</param>
    [return: NotNullIfNotNull(nameof(mat))]
    public static implicit operator InputArray?(Mat? mat) => mat is null ? null : Create(mat);

    /// <summary>Copies a value of up to four channels.</summary>
    /// <param name="val">The value.</param>
    public static implicit operator InputArray(Scalar val) => Create(val);

    /// <summary>Copies one number.</summary>
    /// <param name="val">The number.</param>
    public static implicit operator InputArray(double val) => Create(val);

    /// <summary>Copies two numbers into a column.</summary>
    /// <param name="vec">The numbers.</param>
    public static implicit operator InputArray(Vec2f vec) => Column([vec.Item0, vec.Item1]);

    /// <summary>Copies three numbers into a column.</summary>
    /// <param name="vec">The numbers.</param>
    public static implicit operator InputArray(Vec3b vec) => Column([vec.Item0, vec.Item1, vec.Item2]);

    private static InputArray Column<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var mat = new Mat(values.Length, 1, MatElement.TypeOf<T>());
        values.CopyTo(mat.AsSpan<T>());
        return new InputArray(mat, owned: true);
    }
}
