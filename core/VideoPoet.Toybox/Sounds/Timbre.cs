namespace VideoPoet.Toybox;

/// <summary>The overtones of the shapes' tones.</summary>
internal static class Timbre
{
    /// <summary>The partial tones of a shape: multiples of the pitch, and how loud each is; the loudnesses add up to 1.</summary>
    public static (double Multiple, double Loudness)[] Of(Shape shape) => shape switch
    {
        Shape.Ball => [(1, 1)],
        Shape.Box => [(1, 0.4), (3, 0.28), (5, 0.2), (7, 0.12)],
        Shape.Triangle => [(1, 0.5), (2, 0.5)],
        Shape.Star => [(1, 0.5), (4, 0.5)],
        Shape.Cross => [(1, 0.5), (6, 0.5)],
        _ => [(1, 0.5), (2.76, 0.5)],
    };
}
