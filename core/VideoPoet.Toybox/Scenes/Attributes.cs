namespace VideoPoet.Toybox;

/// <summary>What an object looks like; each shape has a timbre of its own.</summary>
public enum Shape
{
    /// <summary>A disc; a pure tone.</summary>
    Ball,

    /// <summary>A square; odd harmonics.</summary>
    Box,

    /// <summary>An equilateral triangle; the tone and its octave.</summary>
    Triangle,

    /// <summary>A star of five points; the tone and its fourth harmonic.</summary>
    Star,

    /// <summary>Two crossed bars; the tone and its sixth harmonic.</summary>
    Cross,

    /// <summary>A disc with a hole; the tone and the overtone 2.76 of a metal bar.</summary>
    Ring,
}

/// <summary>The colour of an object.</summary>
public enum Colour
{
    /// <summary>Red.</summary>
    Red,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Yellow.</summary>
    Yellow,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Cyan.</summary>
    Cyan,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Purple.</summary>
    Purple,

    /// <summary>Pink.</summary>
    Pink,
}

/// <summary>Where objects move: a ground below a horizon.</summary>
public enum Background
{
    /// <summary>A blue floor before a pale wall.</summary>
    Floor,

    /// <summary>Grass below a light sky.</summary>
    Meadow,

    /// <summary>Sand before the sea.</summary>
    Beach,

    /// <summary>A dark road before a grey wall.</summary>
    Street,

    /// <summary>A wooden table before a brown wall.</summary>
    Table,

    /// <summary>A dark ground below a night sky with stars.</summary>
    Night,
}

/// <summary>How an object moves.</summary>
public enum Motion
{
    /// <summary>To the left, and in again from the right.</summary>
    Left,

    /// <summary>To the right, and in again from the left.</summary>
    Right,

    /// <summary>Upwards, and in again from below.</summary>
    Up,

    /// <summary>Downwards, and in again from above.</summary>
    Down,

    /// <summary>Falls and rises in parabolas, with a click whenever it touches the ground.</summary>
    Bounce,

    /// <summary>Around a circle, upright.</summary>
    Orbit,

    /// <summary>Grows to twice its size, and begins again.</summary>
    Grow,

    /// <summary>Turns about its centre.</summary>
    Spin,
}

/// <summary>How fast an object moves.</summary>
public enum Speed
{
    /// <summary>Half as fast, or nearly so.</summary>
    Slow,

    /// <summary>The usual speed.</summary>
    Fast,
}

/// <summary>How a scene is drawn.</summary>
public enum Style
{
    /// <summary>Even colours.</summary>
    Flat,

    /// <summary>Coloured pencil on paper: outlines and hatching.</summary>
    Sketch,

    /// <summary>Glowing outlines in the dark.</summary>
    Neon,

    /// <summary>Pale, uneven colours with soft edges on white paper.</summary>
    Watercolour,
}
