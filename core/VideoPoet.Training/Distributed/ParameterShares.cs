using TorchSharp.Modules;

namespace VideoPoet.Training.Distributed;

/// <summary>Says which process updates which parameter: the largest first, each to the process that has the least so far.</summary>
internal sealed class ParameterShares
{
    private readonly Parameter[][] _shares;

    /// <param name="parameters">All parameters, in the same order everywhere.</param>
    /// <param name="processes">How many processes there are.</param>
    public ParameterShares(IReadOnlyList<Parameter> parameters, int processes)
    {
        var owners = new int[parameters.Count];
        var elements = new long[processes];
        foreach (var (index, parameter) in parameters.Index().OrderByDescending(entry => entry.Item.numel()))
        {
            owners[index] = Array.IndexOf(elements, elements.Min());
            elements[owners[index]] += parameter.numel();
        }
        _shares = [.. Enumerable.Range(0, processes).Select(rank => parameters.Where((_, index) => owners[index] == rank).ToArray())];
    }

    /// <summary>The parameters of a process, in the order of all.</summary>
    public IReadOnlyList<Parameter> Of(int rank) => _shares[rank];
}
