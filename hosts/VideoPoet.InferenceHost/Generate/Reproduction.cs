using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>What a record says came of a generation, for whoever generates it again.</summary>
/// <param name="model">The model.</param>
/// <param name="media">The files.</param>
/// <param name="content">What came of it.</param>
internal sealed class Reproduction(ModelFacts model, IReadOnlyList<MediumFacts> media, ContentFacts content)
{
    /// <summary>Sees that a generation begins with what the record says, before anything is decoded.</summary>
    /// <exception cref="VideoGenerationException">Something is not what it was; each is named.</exception>
    public void Check(GenerationRecord now)
    {
        var differences = model.Differences(now).Concat(media.Select(medium => medium.Difference(now)).OfType<string>()).ToArray();
        if (differences.Length > 0)
            throw new VideoGenerationException(differences);
    }

    /// <summary>Whether the same came of it, bit for bit.</summary>
    public bool IsSame(ContentFacts now) => content.IsSame(now);

    /// <summary>Says on standard error whether the same came of it.</summary>
    /// <param name="isSame">Whether it did; null without a record, of which there is nothing to say.</param>
    /// <returns>The exit code.</returns>
    public static int Conclude(bool? isSame)
    {
        if (isSame is not { } same)
            return HostRunner.Done;
        Console.Error.WriteLine(same
            ? "the same as the record says, bit for bit."
            : "not the same as the record says, though model and media are: another version, engine or kind of processor made it.");
        return same ? HostRunner.Done : HostRunner.Failed;
    }

    /// <summary>What of a command line the record decides, as a sentence; nothing when there is no such thing.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recorded">What the record decides.</param>
    public static IEnumerable<string> Overruled(ParseResult parsed, IEnumerable<Symbol> recorded)
    {
        var given = recorded.Where(symbol => IsGiven(parsed, symbol)).Select(symbol => symbol.Name).ToArray();
        return given.Length == 0
            ? []
            : [$"--again takes everything but the model and the output from the record. Leave {string.Join(", ", given)} out."];
    }

    private static bool IsGiven(ParseResult parsed, Symbol symbol) => symbol switch
    {
        Option option => parsed.GetResult(option) is { Implicit: false },
        Argument argument => parsed.GetResult(argument) is { Tokens.Count: > 0 },
        _ => false,
    };
}
