namespace OpenCvSharp;

public readonly partial record struct MatType
{
    /// <summary>Depth: unsigned bytes.</summary>
    public const int CV_8U = 0;

    /// <summary>One channel of unsigned bytes.</summary>
    public static readonly MatType CV_8UC1 = CV_8UC(1);

    /// <summary>Two channels of unsigned bytes.</summary>
    public static readonly MatType CV_8UC2 = CV_8UC(2);

    /// <summary>Three channels of unsigned bytes.</summary>
    public static readonly MatType CV_8UC3 = CV_8UC(3);

    /// <summary>Four channels of unsigned bytes.</summary>
    public static readonly MatType CV_8UC4 = CV_8UC(4);

    /// <summary>Channels of unsigned bytes.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_8UC(int ch) => MakeType(CV_8U, ch);

    /// <summary>Depth: signed bytes.</summary>
    public const int CV_8S = 1;

    /// <summary>One channel of signed bytes.</summary>
    public static readonly MatType CV_8SC1 = CV_8SC(1);

    /// <summary>Two channels of signed bytes.</summary>
    public static readonly MatType CV_8SC2 = CV_8SC(2);

    /// <summary>Three channels of signed bytes.</summary>
    public static readonly MatType CV_8SC3 = CV_8SC(3);

    /// <summary>Four channels of signed bytes.</summary>
    public static readonly MatType CV_8SC4 = CV_8SC(4);

    /// <summary>Channels of signed bytes.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_8SC(int ch) => MakeType(CV_8S, ch);

    /// <summary>Depth: unsigned 16-bit integers.</summary>
    public const int CV_16U = 2;

    /// <summary>One channel of unsigned 16-bit integers.</summary>
    public static readonly MatType CV_16UC1 = CV_16UC(1);

    /// <summary>Two channels of unsigned 16-bit integers.</summary>
    public static readonly MatType CV_16UC2 = CV_16UC(2);

    /// <summary>Three channels of unsigned 16-bit integers.</summary>
    public static readonly MatType CV_16UC3 = CV_16UC(3);

    /// <summary>Four channels of unsigned 16-bit integers.</summary>
    public static readonly MatType CV_16UC4 = CV_16UC(4);

    /// <summary>Channels of unsigned 16-bit integers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_16UC(int ch) => MakeType(CV_16U, ch);

    /// <summary>Depth: signed 16-bit integers.</summary>
    public const int CV_16S = 3;

    /// <summary>One channel of signed 16-bit integers.</summary>
    public static readonly MatType CV_16SC1 = CV_16SC(1);

    /// <summary>Two channels of signed 16-bit integers.</summary>
    public static readonly MatType CV_16SC2 = CV_16SC(2);

    /// <summary>Three channels of signed 16-bit integers.</summary>
    public static readonly MatType CV_16SC3 = CV_16SC(3);

    /// <summary>Four channels of signed 16-bit integers.</summary>
    public static readonly MatType CV_16SC4 = CV_16SC(4);

    /// <summary>Channels of signed 16-bit integers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_16SC(int ch) => MakeType(CV_16S, ch);

    /// <summary>Depth: signed 32-bit integers.</summary>
    public const int CV_32S = 4;

    /// <summary>One channel of signed 32-bit integers.</summary>
    public static readonly MatType CV_32SC1 = CV_32SC(1);

    /// <summary>Two channels of signed 32-bit integers.</summary>
    public static readonly MatType CV_32SC2 = CV_32SC(2);

    /// <summary>Three channels of signed 32-bit integers.</summary>
    public static readonly MatType CV_32SC3 = CV_32SC(3);

    /// <summary>Four channels of signed 32-bit integers.</summary>
    public static readonly MatType CV_32SC4 = CV_32SC(4);

    /// <summary>Channels of signed 32-bit integers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_32SC(int ch) => MakeType(CV_32S, ch);

    /// <summary>Depth: single-precision numbers.</summary>
    public const int CV_32F = 5;

    /// <summary>One channel of single-precision numbers.</summary>
    public static readonly MatType CV_32FC1 = CV_32FC(1);

    /// <summary>Two channels of single-precision numbers.</summary>
    public static readonly MatType CV_32FC2 = CV_32FC(2);

    /// <summary>Three channels of single-precision numbers.</summary>
    public static readonly MatType CV_32FC3 = CV_32FC(3);

    /// <summary>Four channels of single-precision numbers.</summary>
    public static readonly MatType CV_32FC4 = CV_32FC(4);

    /// <summary>Channels of single-precision numbers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_32FC(int ch) => MakeType(CV_32F, ch);

    /// <summary>Depth: double-precision numbers.</summary>
    public const int CV_64F = 6;

    /// <summary>One channel of double-precision numbers.</summary>
    public static readonly MatType CV_64FC1 = CV_64FC(1);

    /// <summary>Two channels of double-precision numbers.</summary>
    public static readonly MatType CV_64FC2 = CV_64FC(2);

    /// <summary>Three channels of double-precision numbers.</summary>
    public static readonly MatType CV_64FC3 = CV_64FC(3);

    /// <summary>Four channels of double-precision numbers.</summary>
    public static readonly MatType CV_64FC4 = CV_64FC(4);

    /// <summary>Channels of double-precision numbers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_64FC(int ch) => MakeType(CV_64F, ch);

    /// <summary>Depth: half-precision numbers.</summary>
    public const int CV_16F = 7;

    /// <summary>One channel of half-precision numbers.</summary>
    public static readonly MatType CV_16FC1 = CV_16FC(1);

    /// <summary>Two channels of half-precision numbers.</summary>
    public static readonly MatType CV_16FC2 = CV_16FC(2);

    /// <summary>Three channels of half-precision numbers.</summary>
    public static readonly MatType CV_16FC3 = CV_16FC(3);

    /// <summary>Four channels of half-precision numbers.</summary>
    public static readonly MatType CV_16FC4 = CV_16FC(4);

    /// <summary>Channels of half-precision numbers.</summary>
    /// <param name="ch">Number of channels.</param>
    /// <returns>The type.</returns>
    public static MatType CV_16FC(int ch) => MakeType(CV_16F, ch);
}
