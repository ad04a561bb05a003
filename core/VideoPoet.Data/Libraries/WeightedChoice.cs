using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>Draws one of several things, each as often as its weight says.</summary>
internal sealed class WeightedChoice
{
    private readonly double[] _sums;

    /// <param name="weights">At least one is above 0, none below.</param>
    public WeightedChoice(IEnumerable<double> weights)
    {
        var sum = 0.0;
        _sums = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>Whether anything can be drawn.</summary>
    public bool IsEmpty => _sums is [] or [.., 0];

    /// <summary>The place of the drawn one.</summary>
    public int Draw(CounterRandom random)
    {
        var point = random.NextDouble() * _sums[^1];
        var found = Array.BinarySearch(_sums, point);
        // A sum belongs to the next one; those without weight share the sum of the one before.
        var index = found < 0 ? ~found : found + 1;
        while (index < _sums.Length - 1 && _sums[index] <= point)
            index++;
        return Math.Min(index, _sums.Length - 1);
    }
}
