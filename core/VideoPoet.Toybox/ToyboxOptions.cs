using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Which clips of Toybox make a dataset.</summary>
public sealed record ToyboxOptions
{
    private const string ClipsOption = "clips", SeedOption = "seed", SplitOption = "split", FramesOption = "frames", ObjectsOption = "objects";
    private const string StyleOption = "style";

    // Ten minutes.
    private const int MostFrames = 4_801;

    /// <summary>The name of the data source.</summary>
    public const string Source = "toybox";

    /// <summary>The names of the options, as a user writes them.</summary>
    public static ValueList<string> Names { get; } = [ClipsOption, SeedOption, SplitOption, FramesOption, ObjectsOption, StyleOption];

    /// <summary>How many clips, at least 1.</summary>
    public int Clips { get; init; } = 1_000;

    /// <summary>The seed: other clips for each.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Which combinations of shape, colour and motion.</summary>
    public Split Split { get; init; } = Split.Train;

    /// <summary>How long a clip is, frames at 8 a second, at least 1; whoever reads it at another rate sees as much.</summary>
    public int Frames { get; init; } = 41;

    /// <summary>How many objects.</summary>
    public ObjectCount Objects { get; init; } = ObjectCount.Mixed;

    /// <summary>The only style; null for all four.</summary>
    public Style? Style { get; init; }

    /// <summary>Reads what a user chose.</summary>
    /// <param name="chosen">The values.</param>
    /// <exception cref="TaskParameterException">A value is not valid.</exception>
    public static ToyboxOptions Of(TaskParameters chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var byDefault = new ToyboxOptions();
        return new()
        {
            Clips = chosen.Get(ClipsOption, byDefault.Clips, min: 1),
            Seed = chosen.Get(SeedOption, byDefault.Seed),
            Split = chosen.Get(SplitOption, byDefault.Split),
            Frames = chosen.Get(FramesOption, byDefault.Frames, min: 1, max: MostFrames),
            Objects = chosen.Get(ObjectsOption, byDefault.Objects),
            Style = chosen.Chosen.Contains(StyleOption) ? chosen.Get(StyleOption, default(Style)) : null,
        };
    }

    /// <summary>Reads a whole source.</summary>
    /// <param name="text">Such as <c>toybox:clips=8,seed=1</c>.</param>
    /// <exception cref="ArgumentException">It is another source, an option is unknown, or a value is not valid.</exception>
    public static ToyboxOptions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string Prefix = Source + ":";
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Of(SourceOptions.Parse(Source, text[Prefix.Length..], Names))
            : throw new ArgumentException(
                $"'{text}' does not name clips of Toybox; write such as {Prefix}{ClipsOption}=8,{SeedOption}=1.", nameof(text));
    }

    /// <summary>What tells these clips from those of other options, such as <c>1/train/mixed/every-style</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seed}/{Split}/{Objects}/{(Style is { } style ? style.ToString() : "every-style")}").ToLowerInvariant();
}
