namespace VideoPoet.Models.WeightFiles;

/// <summary>Lists the tensors that a checkpoint's dictionaries lead to, by their keys joined with dots.</summary>
internal sealed class StateWalk
{
    // Deeper than any checkpoint, and less than a stack; a dictionary can hold itself.
    private const int MostLevels = 16;

    // Shared dictionaries and long keys can make a small pickle grow without end; each entry counts as one more character.
    private const int MostCharacters = 64_000_000;

    private readonly List<(string Name, PickleValue.Tensor Tensor)> _tensors = [];
    private int _left = MostCharacters;

    private StateWalk()
    {
    }

    /// <summary>Every tensor; names may occur twice.</summary>
    /// <exception cref="FormatException">The value is no dictionary, or its dictionaries have no end.</exception>
    public static IReadOnlyList<(string Name, PickleValue.Tensor Tensor)> Tensors(object? value)
    {
        if (value is not PickleValue.Dictionary dictionary)
            throw new FormatException("it holds no dictionary of tensors; save the state_dict of a module.");
        var walk = new StateWalk();
        walk.Add("", dictionary, MostLevels);
        return walk._tensors;
    }

    private void Add(string prefix, PickleValue.Dictionary dictionary, int levels)
    {
        foreach (var (key, value) in dictionary.Items)
        {
            if (levels == 0)
                throw new FormatException($"its dictionaries are nested more than {MostLevels} times.");
            var own = key as string;
            _left -= 1 + prefix.Length + (own?.Length ?? 0);
            if (_left < 0)
                throw new FormatException($"the names in its dictionaries have more than {MostCharacters} characters together.");
            if (own is null)
                continue;
            var name = prefix + own;
            if (value is PickleValue.Tensor tensor)
                _tensors.Add((name, tensor));
            else if (value is PickleValue.Dictionary inner)
                Add($"{name}.", inner, levels - 1);
        }
    }
}
