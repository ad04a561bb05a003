namespace VideoPoet.TrainerHost.Toybox;

/// <summary>What becomes of frames before they are judged.</summary>
internal enum DamageKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A Gaussian blur of one pixel.</summary>
    Blur,

    /// <summary>Half as large and back.</summary>
    Half,

    /// <summary>Normal noise.</summary>
    Noise,

    /// <summary>What JPEG does.</summary>
    Blocks,
}
