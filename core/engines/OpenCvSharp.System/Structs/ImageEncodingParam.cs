namespace OpenCvSharp;

/// <summary>A parameter of an image encoder.</summary>
public record ImageEncodingParam
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="id">Which parameter.</param>
    /// <param name="value">Its value.</param>
    public ImageEncodingParam(ImwriteFlags id, int value)
    {
        EncodingId = id;
        Value = value;
    }

    /// <summary>Which parameter.</summary>
    public ImwriteFlags EncodingId { get; }

    /// <summary>Its value.</summary>
    public int Value { get; }

    internal static int[] Flatten(ImageEncodingParam[] prms)
    {
        ArgumentNullException.ThrowIfNull(prms);
        return [.. prms.SelectMany(p => new[] { (int)p.EncodingId, p.Value })];
    }
}
