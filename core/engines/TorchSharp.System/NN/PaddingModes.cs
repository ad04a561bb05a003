namespace TorchSharp;

/// <summary>What stands beyond the edges of a padded tensor.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The tensor mirrored at its edge, without repeating the edge.</summary>
    Reflect = 1,

    /// <summary>The edge, repeated.</summary>
    Replicate = 2,

    /// <summary>The opposite side.</summary>
    Circular = 3,

    /// <summary>A given value.</summary>
    Constant = 4,
}

/// <summary>How much padding a convolution computes for itself.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>As much as makes the output as large as the input.</summary>
    Same = 1,
}
