namespace VideoPoet.Toybox;

/// <summary>Where an object is at any time, in a frame of any shape.</summary>
internal sealed class ObjectPath
{
    /// <summary>The radius of an object that is alone.</summary>
    public const double RadiusAlone = 0.21;

    /// <summary>The radius of one of two.</summary>
    public const double RadiusOfTwo = 0.19;

    private const double Margin = 0.04;
    private const double BounceHeight = 0.34, OrbitRadius = 0.2;
    private const double SmallestScale = 0.5, Growth = 0.55;

    // A drawn phase moves the beginning of a growth that far, so that two seconds of it show no second one.
    private const double GrowthPhase = 0.1;

    // How far an object is visible in two seconds, the seconds of the shortest clip.
    private const double ClipSeconds = 2;

    private readonly SceneObject _object;
    private readonly double _radius, _width, _height, _x, _y, _rate;

    /// <param name="drawn">The object.</param>
    /// <param name="width">The width of the frame, in lengths of its shorter edge.</param>
    /// <param name="height">The height of the frame, in lengths of its shorter edge.</param>
    public ObjectPath(SceneObject drawn, double width, double height)
    {
        (_object, _width, _height) = (drawn, width, height);
        _radius = drawn.Lane == Lane.Whole ? RadiusAlone : RadiusOfTwo;
        _rate = RateOf(drawn.Motion, drawn.Speed);
        var (left, right) = drawn.Lane switch { Lane.LeftHalf => (0, width / 2), Lane.RightHalf => (width / 2, width), _ => (0.0, width) };
        var (top, bottom) = drawn.Lane switch { Lane.UpperHalf => (0, height / 2), Lane.LowerHalf => (height / 2, height), _ => (0.0, height) };
        var travel = _rate * ClipSeconds;
        var around = drawn.Motion == Motion.Orbit ? OrbitRadius : 0;
        _x = Between(left, right, drawn.Across, around, drawn.Motion == Motion.Left ? travel : 0, drawn.Motion == Motion.Right ? travel : 0);
        _y = drawn.Motion == Motion.Bounce
            ? bottom - Margin - _radius
            : Between(top, bottom, drawn.Down, around, drawn.Motion == Motion.Up ? travel : 0, drawn.Motion == Motion.Down ? travel : 0);
    }

    /// <summary>How often a motion comes again in a second, or how far it goes, in lengths of the frame's shorter edge.</summary>
    public static double RateOf(Motion motion, Speed speed) => (motion, speed) switch
    {
        (Motion.Left or Motion.Right or Motion.Up or Motion.Down, Speed.Slow) => 0.12,
        (Motion.Left or Motion.Right or Motion.Up or Motion.Down, _) => 0.24,
        (Motion.Bounce, Speed.Slow) => 1 / 1.5,
        (Motion.Bounce, _) => 1,
        (Motion.Orbit, Speed.Slow) => 0.3,
        (Motion.Orbit, _) => 0.5,
        (Motion.Grow, Speed.Slow) => 1 / 5.25,
        (Motion.Grow, _) => 1 / 2.625,
        // 10 and 20 degrees a frame.
        (Motion.Spin, Speed.Slow) => 80 / 360.0,
        _ => 160 / 360.0,
    };

    /// <summary>Where the object is.</summary>
    /// <param name="time">Seconds from the beginning.</param>
    public Pose At(double time) => At(time, time);

    /// <summary>Where the object is, or would be if what it did at another time had gone on: without coming in again, or growing anew.</summary>
    /// <param name="time">Seconds from the beginning.</param>
    /// <param name="cycle">Seconds from the beginning, of the cycle that goes on.</param>
    public Pose At(double time, double cycle)
    {
        var still = new Pose(_x, _y, _radius, 0);
        var way = _object.Clockwise ? 1 : -1;
        switch (_object.Motion)
        {
            case Motion.Left:
                return still with { X = _width - Wrapped(_width - _x, _width, time, cycle) };
            case Motion.Right:
                return still with { X = Wrapped(_x, _width, time, cycle) };
            case Motion.Up:
                return still with { Y = _height - Wrapped(_height - _y, _height, time, cycle) };
            case Motion.Down:
                return still with { Y = Wrapped(_y, _height, time, cycle) };
            case Motion.Bounce:
                var part = Exact.Fraction(time * _rate + _object.Phase);
                return still with { Y = _y - 4 * BounceHeight * part * (1 - part) };
            case Motion.Orbit:
                var angle = _object.Phase + way * time * _rate;
                return still with { X = _x + OrbitRadius * Exact.Cos(angle), Y = _y + OrbitRadius * Exact.Sin(angle) };
            case Motion.Grow:
                var start = _object.Phase * GrowthPhase;
                var grown = time * _rate + start - Math.Floor(cycle * _rate + start);
                return still with { Radius = _radius * (SmallestScale + Growth * grown) };
            default:
                return still with { Turn = _object.Phase + way * time * _rate };
        }
    }

    /// <summary>When the object touches the ground.</summary>
    /// <param name="seconds">Up to when.</param>
    public IEnumerable<double> Bounces(double seconds)
    {
        if (_object.Motion != Motion.Bounce)
            yield break;
        for (var number = _object.Phase > 0 ? 1 : 0; (number - _object.Phase) / _rate < seconds; number++)
            yield return (number - _object.Phase) / _rate;
    }

    // Far enough beyond an edge that nothing of it is seen when it comes in at the other.
    private double Wrapped(double start, double length, double time, double cycle)
    {
        var outside = _radius + 2 * Margin + 0.1;
        var period = length + 2 * outside;
        return start + _rate * time - period * Math.Floor((start + outside + _rate * cycle) / period);
    }

    // The place between two edges at which the object, and what it covers on both sides, lies within them.
    private double Between(double low, double high, double drawn, double around, double before, double after)
    {
        var (first, last) = (low + _radius + around + before, high - _radius - around - after);
        var slack = last - first;
        return slack > 2 * Margin ? first + Margin + drawn * (slack - 2 * Margin) : first + slack / 2;
    }
}
