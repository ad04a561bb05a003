namespace OpenCvSharp;

/// <summary>The options of the optical-flow functions.</summary>
[Flags]
public enum OpticalFlowFlags
{
    /// <summary>No option.</summary>
    None = 0,

    /// <summary>The first image's pyramid is given.</summary>
    PyrAReady = 1,

    /// <summary>The second image's pyramid is given.</summary>
    PyrBReady = 2,

    /// <summary>The flow array holds a first guess.</summary>
    UseInitialFlow = 4,

    /// <summary>The error is the smallest eigenvalue.</summary>
    LkGetMinEigenvals = 8,

    /// <summary>Average with a Gaussian window rather than a box.</summary>
    FarnebackGaussian = 256,
}
