namespace VideoPoet.Engines.Tests.Parity;

/// <summary>How far two correct implementations may differ, by data type.</summary>
internal static class Tolerance
{
    /// <summary>The largest difference, relative to the expected value where that exceeds one, that is allowed for a data type.</summary>
    public static double Of(ScalarType type) => type switch
    {
        // About 84 units in the last place (2⁻²³): sums of a few hundred terms in another order, then a few operations on them.
        ScalarType.Float32 => 1e-5,

        // Factorisations and their gradients lose digits to the conditioning of the matrix, up to a factor of 1e5 over 2⁻⁵².
        ScalarType.Float64 => 1e-10,

        // Two units in the last place (2⁻¹⁰ and 2⁻⁷): results are rounded once, but intermediate ones need not be.
        ScalarType.Float16 => 2.0 / 1024,
        ScalarType.BFloat16 => 2.0 / 128,

        // Whole numbers and truth values are exact.
        _ => 0,
    };
}
