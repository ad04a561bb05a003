using Microsoft.Extensions.Configuration;
using VideoPoet.Specs.Configuration;

namespace VideoPoet.Specs;

/// <summary>Reports what is wrong about values that fit their shape, at the place that each came from.</summary>
internal sealed class SpecPlaces
{
    private readonly SpecMap _root;
    private readonly SpecErrors _errors;
    private readonly string[] _part;

    /// <summary>The places of a whole specification.</summary>
    public SpecPlaces(SpecMap root, SpecErrors errors)
        : this(root, errors, [])
    {
    }

    private SpecPlaces(SpecMap root, SpecErrors errors, string[] part) => (_root, _errors, _part) = (root, errors, part);

    /// <summary>Whether nothing is wrong so far in this part, so that sums over it mean something.</summary>
    public bool AreSound => !_errors.Concerns(ConfigurationPath.Combine(_part));

    /// <summary>The places of a part.</summary>
    public SpecPlaces Under(params ReadOnlySpan<string> keys) => new(_root, _errors, [.. _part, .. keys]);

    /// <summary>Whether a value was given.</summary>
    public bool Has(string key) => Under(key).Find() is not null;

    /// <summary>Reports this value.</summary>
    public void Report(string message) => _errors.Add(Nearest().At, ConfigurationPath.Combine(_part), message);

    /// <summary>Reports the key of this value.</summary>
    public void ReportKey(string message) => _errors.Add(Nearest().KeyAt, ConfigurationPath.Combine(_part), message);

    private SpecNode? Find() => Walk().ElementAtOrDefault(_part.Length);

    private SpecNode Nearest() => Walk().Last();

    // The root and every node on the way down, as far as there are any.
    private IEnumerable<SpecNode> Walk()
    {
        SpecNode? node = _root;
        for (var depth = 0; node is not null; depth++)
        {
            yield return node;
            node = depth == _part.Length ? null : node switch
            {
                SpecMap map => map.Find(_part[depth]),
                SpecList list => list.Items.FirstOrDefault(item => item.Key == _part[depth]),
                _ => null,
            };
        }
    }
}
