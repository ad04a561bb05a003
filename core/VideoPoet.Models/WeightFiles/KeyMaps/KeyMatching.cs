using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Finds for every tensor of a module what it is made of in one file, and collects every disagreement.</summary>
internal sealed class KeyMatching
{
    private readonly string _root;
    private readonly OrderedDictionary<string, WeightEntry> _stored;
    private readonly List<(KeyPattern Pattern, KeySource Source)> _rules;
    private readonly List<KeyAssignment> _assignments = [];
    private readonly List<WeightMismatch> _mismatches = [];
    private readonly HashSet<string> _known = [];

    private KeyMatching(KeyMap map, IWeightFile file)
    {
        _root = map.Root is { } root && file.Tensors.Keys.Any(name => IsBelow(name, $"{root}.")) ? $"{root}." : "";
        _stored = new(file.Tensors
            .Where(entry => IsBelow(entry.Key, _root))
            .Select(entry => KeyValuePair.Create(entry.Key[_root.Length..], entry.Value)));
        _rules = [.. map.Rules.Select(rule => (new KeyPattern(rule.Target), rule.Source))];
    }

    /// <summary>What each tensor of the module is made of.</summary>
    /// <exception cref="WeightMismatchException">The file and the module disagree.</exception>
    public static IReadOnlyList<KeyAssignment> Of(KeyMap map, IWeightFile file, nn.Module module)
    {
        var matching = new KeyMatching(map, file);
        foreach (var (name, parameter) in module.named_parameters())
            matching.Add(name, parameter);
        foreach (var (name, buffer) in module.named_buffers(include_nonpersistent: false))
            matching.Add(name, buffer);
        matching.AddUnexpected([.. map.Ignored.Select(pattern => new KeyPattern(pattern))]);
        return matching._mismatches.Count == 0
            ? matching._assignments
            : throw new WeightMismatchException(file.Path, map.Format, [.. matching._mismatches.OrderBy(mismatch => mismatch.Kind)]);
    }

    private void Add(string name, Tensor tensor)
    {
        var target = new WeightEntry(name, tensor.dtype, tensor.shape.ToValueList());
        foreach (var (pattern, source) in _rules)
            if (pattern.Match(name) is { } values)
            {
                Add(target, tensor, source, values);
                return;
            }
        _mismatches.Add(new(MismatchKind.Missing, name, $"[{target.Shape}]: no rule says where it is stored"));
    }

    private void Add(WeightEntry target, Tensor tensor, KeySource source, IReadOnlyDictionary<string, string> values)
    {
        var names = new List<string>();
        for (var input = 0; input < source.Inputs.Count; input++)
        {
            string[] candidates = [.. source.Inputs[input].Select(template => KeyPattern.Fill(template, values))];
            _known.UnionWith(candidates);
            if (candidates.FirstOrDefault(_stored.ContainsKey) is not { } found)
                _mismatches.Add(new(MismatchKind.Missing, target.Name, $"[{target.Shape}], looked for as {Alternatives(candidates)}"));
            else if (Agrees(_stored[found], source.Expected(input, target.Shape), target))
                names.Add(_root + found);
        }
        if (names.Count == source.Inputs.Count)
            _assignments.Add(new(target, tensor, source, names.ToValueList()));
    }

    private bool Agrees(WeightEntry stored, ExpectedShape expected, WeightEntry target)
    {
        if (!expected.Accepts(stored))
            _mismatches.Add(new(MismatchKind.Misshapen, stored.Name, $"is [{stored.Shape}], expected {expected} for '{target.Name}'"));
        else if (is_floating_point(stored.Type) != is_floating_point(target.Type))
            _mismatches.Add(new(MismatchKind.Mistyped, stored.Name, $"is {stored.Type}, which cannot stand for {target.Type} in '{target.Name}'"));
        else
            return true;
        return false;
    }

    private void AddUnexpected(IReadOnlyList<KeyPattern> ignored)
    {
        foreach (var (name, entry) in _stored)
            if (!_known.Contains(name) && !ignored.Any(pattern => pattern.Match(name) is not null))
                _mismatches.Add(new(MismatchKind.Unexpected, entry.Name, $"{entry.Type} [{entry.Shape}]"));
    }

    private static bool IsBelow(string name, string root) => name.StartsWith(root, StringComparison.Ordinal);

    private string Alternatives(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"'{_root}{name}'"));
}
