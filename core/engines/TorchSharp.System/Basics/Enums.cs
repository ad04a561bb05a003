namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient becomes a whole number.</summary>
    public enum RoundingMode
    {
        /// <summary>It stays as it is.</summary>
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Towards minus infinity.</summary>
        floor = 2,
    }
}

/// <summary>How elements with the same index are combined.</summary>
public enum Reduce
{
    /// <summary>Their product.</summary>
    prod = 0,

    /// <summary>Their mean.</summary>
    mean = 1,

    /// <summary>The largest.</summary>
    amax = 2,

    /// <summary>The smallest.</summary>
    amin = 3,
}

/// <summary>Whether distances are computed by a matrix product.</summary>
public enum compute_mode
{
    /// <summary>For more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>Always.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Never.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
