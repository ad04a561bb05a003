namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Copies all elements into a new array, row by row.</summary>
    /// <typeparam name="T">A type that stands for the element type, such as <see cref="Vec3b"/> for three bytes.</typeparam>
    /// <param name="data">The elements.</param>
    /// <returns>True.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> stands for no element type.</exception>
    /// <exception cref="OpenCvSharpException">The Mat has another element type.</exception>
    public bool GetArray<T>(out T[] data) where T : unmanaged
    {
        CheckElements<T>();
        data = new T[Total()];
        Copy(data, fromArray: false);
        return true;
    }

    /// <summary>Copies all elements into a new table.</summary>
    /// <typeparam name="T">A type that stands for the element type, such as <see cref="Vec3b"/> for three bytes.</typeparam>
    /// <param name="data">The elements, rows first.</param>
    /// <returns>True.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> stands for no element type.</exception>
    /// <exception cref="OpenCvSharpException">The Mat has another element type or more than two dimensions.</exception>
    public bool GetRectangularArray<T>(out T[,] data) where T : unmanaged
    {
        CheckElements<T>();
        if (Dims > 2) throw new OpenCvSharpException($"A table has 2 dimensions, the Mat {Dims}");
        data = new T[Rows, Cols];
        Copy(data, fromArray: false);
        return true;
    }

    /// <summary>Sets all elements from an array, row by row.</summary>
    /// <typeparam name="T">A type that stands for the element type, such as <see cref="Vec3b"/> for three bytes.</typeparam>
    /// <param name="data">The elements, at least as many as the Mat has.</param>
    /// <returns>True.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> stands for no element type, or there are too few elements.</exception>
    /// <exception cref="OpenCvSharpException">The Mat has another element type.</exception>
    public bool SetArray<T>(params T[] data) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckElements<T>();
        Copy(data, fromArray: true);
        return true;
    }

    /// <summary>Sets all elements from a table.</summary>
    /// <typeparam name="T">A type that stands for the element type, such as <see cref="Vec3b"/> for three bytes.</typeparam>
    /// <param name="data">The elements, rows first, at least as many as the Mat has.</param>
    /// <returns>True.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> stands for no element type, or there are too few elements.</exception>
    /// <exception cref="OpenCvSharpException">The Mat has another element type.</exception>
    public bool SetRectangularArray<T>(T[,] data) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckElements<T>();
        Copy(data, fromArray: true);
        return true;
    }

    private void CheckElements<T>()
    {
        if (!MatElement.Fits<T>(Type())) throw new OpenCvSharpException("Mat data type is not compatible: " + Type());
    }

    // The array becomes a Mat of the same shape, so that OpenCV walks over the gaps between the rows.
    private void Copy(Array data, bool fromArray)
    {
        using var elements = Dims > 2 ? Reshape(0, [1, checked((int)Total())]) : new Mat(this);
        using var array = FromPixelData(elements.Rows, elements.Cols, elements.Type(), data);
        if (fromArray) array.CopyTo(elements);
        else elements.CopyTo(array);
    }
}
