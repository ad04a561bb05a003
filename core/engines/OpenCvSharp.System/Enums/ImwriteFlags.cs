namespace OpenCvSharp;

/// <summary>The parameters of the image encoders.</summary>
public enum ImwriteFlags
{
    /// <summary>JPEG: quality, 0 to 100; 95 unless given.</summary>
    JpegQuality = 1,

    /// <summary>JPEG: progressive, 0 or 1.</summary>
    JpegProgressive = 2,

    /// <summary>JPEG: optimised Huffman tables, 0 or 1.</summary>
    JpegOptimize = 3,

    /// <summary>JPEG: restart interval, 0 to 65535.</summary>
    JpegRstInterval = 4,

    /// <summary>JPEG: quality of brightness, 0 to 100.</summary>
    JpegLumaQuality = 5,

    /// <summary>JPEG: quality of colour, 0 to 100.</summary>
    JpegChromaQuality = 6,

    /// <summary>PNG: compression, 0 (fast) to 9 (small).</summary>
    PngCompression = 16,

    /// <summary>PNG: zlib strategy, 0 to 4.</summary>
    PngStrategy = 17,

    /// <summary>PNG: one bit a pixel, 0 or 1.</summary>
    PngBilevel = 18,

    /// <summary>PPM, PGM and PBM: binary (1) or text (0).</summary>
    PxmBinary = 32,

    /// <summary>WebP: quality, 1 to 100; more than 100 is lossless.</summary>
    WebPQuality = 64,

    /// <summary>TIFF: unit of the resolution.</summary>
    TiffResUnit = 256,

    /// <summary>TIFF: horizontal resolution.</summary>
    TiffXDpi = 257,

    /// <summary>TIFF: vertical resolution.</summary>
    TiffYDpi = 258,

    /// <summary>TIFF: compression scheme.</summary>
    TiffCompression = 259,
}
