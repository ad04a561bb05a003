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

/// <summary>What happens when an operation without a deterministic implementation runs while one is asked for.</summary>
public enum DebugMode
{
    /// <summary>Nothing.</summary>
    @default = 0,

    /// <summary>A warning.</summary>
    warn = 1,
}

/// <summary>How precisely single-precision matrices are multiplied.</summary>
public enum Float32MatmulPrecision
{
    /// <summary>In single precision.</summary>
    highest = 0,

    /// <summary>In TensorFloat-32 or two bfloat16 numbers where that is faster.</summary>
    high = 1,

    /// <summary>In bfloat16 where that is faster.</summary>
    medium = 2,
}
