using System.Text.Json.Nodes;

namespace VideoPoet.Benchmarks.Frame;

/// <summary>Something that is measured. A public class of this program that implements it becomes a verb of <c>./videopoet bench</c>.</summary>
public interface IBenchmark
{
    /// <summary>The name on the command line, in kebab case.</summary>
    string Name { get; }

    /// <summary>One sentence on what is measured, and against what.</summary>
    string Summary { get; }

    /// <summary>The keys that <see cref="Run"/> returns, in that order.</summary>
    IReadOnlyList<Figure> Figures { get; }

    /// <summary>Measures; returns a number, a truth value or null (not measurable on this machine) for each of <see cref="Figures"/>.</summary>
    /// <exception cref="BenchmarkException">The measurement could not be made.</exception>
    JsonObject Run(BenchmarkContext context);
}

/// <summary>One measured value.</summary>
/// <param name="Key">The key in the JSON output, in snake case, with its unit.</param>
/// <param name="Meaning">What the value says.</param>
public sealed record Figure(string Key, string Meaning);

/// <summary>What a benchmark is given.</summary>
/// <param name="Threads">How many threads our side and a peer may use.</param>
/// <param name="Log">Where remarks go: standard error.</param>
public sealed record BenchmarkContext(int Threads, TextWriter Log);

/// <summary>A measurement could not be made; the message says why.</summary>
public sealed class BenchmarkException(string message) : Exception(message);
