using System.Text.RegularExpressions;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Parameters that training leaves as they are.</summary>
internal static class FrozenParameters
{
    /// <summary>Freezes the parameters whose names fit a pattern.</summary>
    /// <param name="module">The network; to be frozen before an optimiser takes its parameters.</param>
    /// <param name="patterns">Names, in which <c>*</c> stands for any letters.</param>
    /// <returns>How many numbers are frozen.</returns>
    /// <exception cref="TrainingException">A pattern fits no parameter, or nothing is left to train.</exception>
    public static long Freeze(nn.Module module, IReadOnlyList<string> patterns)
    {
        var parameters = module.named_parameters().ToArray();
        var frozen = 0L;
        foreach (var pattern in patterns)
        {
            var names = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
            var fitting = parameters.Where(entry => names.IsMatch(entry.name)).ToArray();
            if (fitting.Length == 0)
                throw new TrainingException($"freeze: '{pattern}' fits no parameter{Hint(pattern, parameters.Select(entry => entry.name))}.");
            foreach (var (_, parameter) in fitting.Where(entry => entry.parameter.requires_grad))
            {
                parameter.requires_grad_(false);
                frozen += parameter.numel();
            }
        }
        return parameters.Any(entry => entry.parameter.requires_grad)
            ? frozen
            : throw new TrainingException("freeze leaves no parameter to train; leave a pattern out.");
    }

    private static string Hint(string pattern, IEnumerable<string> names)
    {
        var all = names.ToArray();
        return Names.Nearest(pattern, all) is { } nearest
            ? $" (did you mean '{nearest}'?)"
            : $"; there are, among others, '{all[0]}' and '{all[^1]}'";
    }
}
