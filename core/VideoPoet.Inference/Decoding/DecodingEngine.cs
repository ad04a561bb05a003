namespace VideoPoet.Inference.Decoding;

/// <summary>What computes the steps of a decoder.</summary>
public enum DecodingEngine
{
    /// <summary>Vector code on the processor: see <see cref="ManagedDecoder"/>.</summary>
    Managed,

    /// <summary>The network itself, for GPUs: see <see cref="TorchDecoder"/>.</summary>
    Torch,
}
