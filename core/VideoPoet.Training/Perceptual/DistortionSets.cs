namespace VideoPoet.Training.Perceptual;

/// <summary>The changes that a feature network learns from, and others that it is only ever measured with.</summary>
internal static class DistortionSets
{
    public static IReadOnlyList<Distortion> Taught { get; } =
    [
        .. SlightDistortions.Taught, .. GrainDistortions.Taught, .. BlurDistortions.Taught, .. CodingDistortions.Taught, .. ContentDistortions.Taught,
    ];

    public static IReadOnlyList<Distortion> Untaught { get; } =
        [.. SlightDistortions.Untaught, .. GrainDistortions.Untaught, .. BlurDistortions.Untaught, .. CodingDistortions.Untaught];
}
