using System.Globalization;
using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>What the judge read.</summary>
internal sealed record VerdictListing(
    string Background, string Style, IReadOnlyList<SeenListing> Objects, IReadOnlyList<string>? Timbres, IReadOnlyList<double>? ClickSeconds)
{
    public static VerdictListing Of(Verdict verdict) => new(
        Words.Of(verdict.Background),
        Words.Of(verdict.Style),
        [.. verdict.Objects.Select(thing => new SeenListing(Words.Of(thing.Shape), Words.Of(thing.Colour), Words.Of(thing.Motion)))],
        verdict.Timbres is { } timbres ? [.. timbres.Select(shape => Words.Of<Shape>(shape))] : null,
        verdict.Clicks is { } clicks ? [.. clicks] : null);

    /// <summary>Writes it for a person.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"background  {Background}");
        output.WriteLine($"style       {Style}");
        foreach (var thing in Objects)
            output.WriteLine($"object      {thing.Colour} {thing.Shape}, motion {thing.Motion}");
        if (Objects.Count == 0)
            output.WriteLine($"object      {Confusions.None}");
        if (Timbres is { } timbres)
            output.WriteLine($"timbres     {(timbres.Count == 0 ? Confusions.None : string.Join(", ", timbres))}");
        if (ClickSeconds is { } clicks)
        {
            var times = clicks.Select(click => click.ToString("0.00", CultureInfo.InvariantCulture));
            output.WriteLine($"clicks at   {(clicks.Count == 0 ? Confusions.None : string.Join(" s, ", times) + " s")}");
        }
    }
}

/// <summary>What the judge read of an object.</summary>
internal sealed record SeenListing(string Shape, string Colour, string Motion);
