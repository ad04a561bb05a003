namespace VideoPoet.Training.Reports;

/// <summary>A figure over the steps of a run, however long, in a few hundred points: neighbours are averaged as there come too many.</summary>
internal sealed class Curve
{
    private const int MostPoints = 400;

    private readonly List<(double Step, double Value)> _points = [];
    private long _perPoint = 1;
    private (double Step, double Value, long Count) _waiting;

    /// <summary>Makes an empty curve.</summary>
    /// <param name="name">The name of the figure.</param>
    /// <param name="isMeasured">Whether evaluations measured it, rather than steps.</param>
    public Curve(string name, bool isMeasured) => (Name, IsMeasured) = (name, isMeasured);

    /// <summary>The name of the figure.</summary>
    public string Name { get; }

    /// <summary>Whether evaluations measured it, rather than steps.</summary>
    public bool IsMeasured { get; }

    /// <summary>The latest value as it was, not averaged.</summary>
    public double Latest { get; private set; }

    /// <summary>Steps and values, in order.</summary>
    public IReadOnlyList<(double Step, double Value)> Points => _waiting.Count == 0
        ? _points
        : [.. _points, (_waiting.Step / _waiting.Count, _waiting.Value / _waiting.Count)];

    /// <summary>Adds a value.</summary>
    public void Add(long step, double value)
    {
        Latest = value;
        _waiting = (_waiting.Step + step, _waiting.Value + value, _waiting.Count + 1);
        if (_waiting.Count < _perPoint)
            return;
        _points.Add((_waiting.Step / _waiting.Count, _waiting.Value / _waiting.Count));
        _waiting = default;
        if (_points.Count == MostPoints)
            Halve();
    }

    private void Halve()
    {
        for (var i = 0; i < MostPoints / 2; i++)
        {
            var (one, other) = (_points[2 * i], _points[2 * i + 1]);
            _points[i] = ((one.Step + other.Step) / 2, (one.Value + other.Value) / 2);
        }
        _points.RemoveRange(MostPoints / 2, MostPoints / 2);
        _perPoint *= 2;
    }
}
