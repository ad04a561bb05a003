using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>
/// The inner products of four rows of weights with one or two vectors. Each product has accumulators of its own and one order of additions, whichever
/// vector and rows are beside it: two vectors are served for one reading of the weights.
/// </summary>
internal static unsafe class Tiles
{
    /// <summary>The rows of weights of a tile.</summary>
    public const int Rows = 4;

    // Bytes, for each of the four streams: measured; with half and with twice as much the weights come more slowly.
    private const int Ahead = 1_024;

    /// <summary>Weights of single precision, or of its upper halves; as many numbers a row as are a multiple of 32.</summary>
    /// <param name="w">The rows.</param>
    /// <param name="stride">From one row of the tile to the next, numbers.</param>
    /// <param name="rows">How many rows there are, from 1 to 4.</param>
    /// <param name="x">The vector.</param>
    /// <param name="count">The numbers of a row.</param>
    /// <param name="y">Four products.</param>
    /// <typeparam name="TElement">How weights are held.</typeparam>
    /// <typeparam name="T">Their type in memory.</typeparam>
    [MethodImpl(Compile.AtOnce)]
    public static void Floats<TElement, T>(T* w, nint stride, int rows, float* x, nint count, float* y)
        where TElement : IElement<T>
        where T : unmanaged
    {
        var w1 = Row(w, stride, 1, rows);
        var w2 = Row(w, stride, 2, rows);
        var w3 = Row(w, stride, 3, rows);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (nint k = 0; k < count; k += 32)
        {
            Fetch(w + k, w1 + k, w2 + k, w3 + k);
            var (v0, v1) = (Vector512.Load(x + k), Vector512.Load(x + k + 16));
            a0 = Add(TElement.Load(w + k), v0, v1, a0);
            a1 = Add(TElement.Load(w1 + k), v0, v1, a1);
            a2 = Add(TElement.Load(w2 + k), v0, v1, a2);
            a3 = Add(TElement.Load(w3 + k), v0, v1, a3);
        }
        Store(y, a0, a1, a2, a3);
    }

    /// <summary>The same for two vectors.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static void Floats<TElement, T>(T* w, nint stride, int rows, float* x, float* x1, nint count, float* y, float* y1)
        where TElement : IElement<T>
        where T : unmanaged
    {
        var w1 = Row(w, stride, 1, rows);
        var w2 = Row(w, stride, 2, rows);
        var w3 = Row(w, stride, 3, rows);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (nint k = 0; k < count; k += 32)
        {
            Fetch(w + k, w1 + k, w2 + k, w3 + k);
            var (v0, v1) = (Vector512.Load(x + k), Vector512.Load(x + k + 16));
            var (u0, u1) = (Vector512.Load(x1 + k), Vector512.Load(x1 + k + 16));
            var row = TElement.Load(w + k);
            a0 = Add(row, v0, v1, a0);
            b0 = Add(row, u0, u1, b0);
            row = TElement.Load(w1 + k);
            a1 = Add(row, v0, v1, a1);
            b1 = Add(row, u0, u1, b1);
            row = TElement.Load(w2 + k);
            a2 = Add(row, v0, v1, a2);
            b2 = Add(row, u0, u1, b2);
            row = TElement.Load(w3 + k);
            a3 = Add(row, v0, v1, a3);
            b3 = Add(row, u0, u1, b3);
        }
        Store(y, a0, a1, a2, a3);
        Store(y1, b0, b1, b2, b3);
    }

    /// <summary>Bytes with signs times bytes without; as many a row as are a multiple of 64.</summary>
    /// <param name="w">The rows.</param>
    /// <param name="stride">From one row of the tile to the next, numbers.</param>
    /// <param name="rows">How many rows there are, from 1 to 4.</param>
    /// <param name="x">The vector.</param>
    /// <param name="count">The numbers of a row.</param>
    /// <param name="y">Four exact products.</param>
    /// <typeparam name="TDot">The instructions.</typeparam>
    [MethodImpl(Compile.AtOnce)]
    public static void Int8<TDot>(sbyte* w, nint stride, int rows, byte* x, nint count, int* y)
        where TDot : IIntegerDot
    {
        var w1 = Row(w, stride, 1, rows);
        var w2 = Row(w, stride, 2, rows);
        var w3 = Row(w, stride, 3, rows);
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, c0 = default, c1 = default, c2 = default, c3 = default;
        for (nint k = 0; k < count; k += 64)
        {
            Fetch(w + k, w1 + k, w2 + k, w3 + k);
            var (v, u) = (Vector256.Load(x + k), Vector256.Load(x + k + 32));
            a0 = TDot.Add(a0, v, Vector256.Load(w + k));
            c0 = TDot.Add(c0, u, Vector256.Load(w + k + 32));
            a1 = TDot.Add(a1, v, Vector256.Load(w1 + k));
            c1 = TDot.Add(c1, u, Vector256.Load(w1 + k + 32));
            a2 = TDot.Add(a2, v, Vector256.Load(w2 + k));
            c2 = TDot.Add(c2, u, Vector256.Load(w2 + k + 32));
            a3 = TDot.Add(a3, v, Vector256.Load(w3 + k));
            c3 = TDot.Add(c3, u, Vector256.Load(w3 + k + 32));
        }
        Store(y, a0 + c0, a1 + c1, a2 + c2, a3 + c3);
    }

    /// <summary>The same for two vectors.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static void Int8<TDot>(sbyte* w, nint stride, int rows, byte* x, byte* x1, nint count, int* y, int* y1)
        where TDot : IIntegerDot
    {
        var w1 = Row(w, stride, 1, rows);
        var w2 = Row(w, stride, 2, rows);
        var w3 = Row(w, stride, 3, rows);
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (nint block = 0; block < count; block += 64)
        {
            Fetch(w + block, w1 + block, w2 + block, w3 + block);
            for (var k = block; k < block + 64; k += 32)
            {
                var (v, u) = (Vector256.Load(x + k), Vector256.Load(x1 + k));
                var row = Vector256.Load(w + k);
                a0 = TDot.Add(a0, v, row);
                b0 = TDot.Add(b0, u, row);
                row = Vector256.Load(w1 + k);
                a1 = TDot.Add(a1, v, row);
                b1 = TDot.Add(b1, u, row);
                row = Vector256.Load(w2 + k);
                a2 = TDot.Add(a2, v, row);
                b2 = TDot.Add(b2, u, row);
                row = Vector256.Load(w3 + k);
                a3 = TDot.Add(a3, v, row);
                b3 = TDot.Add(b3, u, row);
            }
        }
        Store(y, a0, a1, a2, a3);
        Store(y1, b0, b1, b2, b3);
    }

    // Of the missing rows the last one stands in; its products are not looked at.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T* Row<T>(T* w, nint stride, int row, int rows)
        where T : unmanaged =>
        w + Math.Min(row, rows - 1) * stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch<T>(T* w, T* w1, T* w2, T* w3)
        where T : unmanaged
    {
        Lines.Fetch(w, Ahead);
        Lines.Fetch(w1, Ahead);
        Lines.Fetch(w2, Ahead);
        Lines.Fetch(w3, Ahead);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(
        (Vector512<float> First, Vector512<float> Second) row, Vector512<float> v0, Vector512<float> v1, Vector512<float> sums) =>
        Vector512.FusedMultiplyAdd(row.Second, v1, Vector512.FusedMultiplyAdd(row.First, v0, sums));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* y, Vector512<float> a0, Vector512<float> a1, Vector512<float> a2, Vector512<float> a3) =>
        (y[0], y[1], y[2], y[3]) = (Exponential.Sum(a0), Exponential.Sum(a1), Exponential.Sum(a2), Exponential.Sum(a3));

    // Whole numbers may be added up in any order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* y, Vector256<int> a0, Vector256<int> a1, Vector256<int> a2, Vector256<int> a3)
    {
        if (!Avx2.IsSupported)
        {
            (y[0], y[1], y[2], y[3]) = (Vector256.Sum(a0), Vector256.Sum(a1), Vector256.Sum(a2), Vector256.Sum(a3));
            return;
        }
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a0, a1), Avx2.HorizontalAdd(a2, a3));
        Vector128.Store(sums.GetLower() + sums.GetUpper(), y);
    }
}
