namespace VideoPoet.Toybox;

/// <summary>Which combinations of shape, colour and motion are drawn.</summary>
public enum Split
{
    /// <summary>Those to learn from: seven of eight.</summary>
    Train,

    /// <summary>The others.</summary>
    HeldOut,

    /// <summary>All.</summary>
    All,
}

/// <summary>The rule which combinations are held out from training.</summary>
public static class Combinations
{
    private static readonly int Motions = Enum.GetValues<Motion>().Length;

    /// <summary>
    /// Whether a combination is held out: one motion of each shape in each colour, another one for each. So training sees every pair of values.
    /// </summary>
    /// <param name="shape">The shape.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="motion">The motion.</param>
    public static bool IsHeldOut(Shape shape, Colour colour, Motion motion) => ((int)shape + (int)colour + (int)motion) % Motions == 0;

    /// <summary>Whether a split has a combination.</summary>
    internal static bool Has(this Split split, Shape shape, Colour colour, Motion motion) =>
        split == Split.All || IsHeldOut(shape, colour, motion) == (split == Split.HeldOut);
}
