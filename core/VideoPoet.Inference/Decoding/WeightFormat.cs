namespace VideoPoet.Inference.Decoding;

/// <summary>How a decoder holds the weights of products, and the keys and values of its sessions.</summary>
public enum WeightFormat
{
    /// <summary>Single precision: weights are the mapped file itself.</summary>
    Float32,

    /// <summary>The upper halves of single precision, rounded; half the memory.</summary>
    BFloat16,

    /// <summary>Whole numbers from −127 to 127 with a scale for each row, each key and each value; vectors are rounded likewise.</summary>
    Int8,
}
