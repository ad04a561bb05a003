using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Toybox;
using VideoPoet.TrainerHost.Toybox;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>toybox judge</c>: says what a clip shows and sounds like.</summary>
internal static class ToyboxJudgeVerb
{
    private static readonly Argument<string> Input = new("FILE") { Description = "A video, an image or a sound." };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "judge",
            "Reads a clip of Toybox back from its pixels and samples; what is none of what Toybox has is named none.",
            example: "toybox judge toys/0000.mp4 --json")
        {
            Input,
            Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asked = new MediaReadOptions { FramesPerSecond = VideoFormat.FramesPerSecond };
        using var clip = await MediaReader.ReadAsync(parsed.GetRequiredValue(Input), asked, cancellationToken);
        var listing = VerdictListing.Of(Judge.Read(clip.Video?.Frames, clip.Sound?.ToWaveform()));
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, TrainerJson.Default.VerdictListing));
        else
            listing.Write(Console.Out);
    }
}
