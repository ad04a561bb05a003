using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>What a native image says about itself. The pointers are valid as long as the image is neither changed nor freed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MatHeader
{
    public byte* Data;

    /// <summary>One past the last byte of the last element.</summary>
    public byte* End;

    /// <summary><see cref="Dims"/> lengths, outermost first.</summary>
    public int* Sizes;

    /// <summary><see cref="Dims"/> distances, bytes.</summary>
    public nuint* Steps;

    public nuint Total;
    public nuint ElementSize;
    public int Type;
    public int Dims;
    public int Rows;
    public int Cols;
    public int IsContinuous;
    public int IsSubmatrix;
}
