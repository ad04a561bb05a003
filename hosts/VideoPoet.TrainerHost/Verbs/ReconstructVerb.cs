using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Media;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.Reconstruct;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>reconstruct</c>: a file to tokens and back, and how much of it came back.</summary>
internal static class ReconstructVerb
{
    private static readonly Argument<string> Input = new("FILE") { Description = "A video, an image or a sound, of any length." };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "A format by name, such as square-17, or WIDTHxHEIGHTxFRAMES, or WIDTHxHEIGHT for all frames; "
            + "when absent, all frames in their own shape, the shorter side at most 128.",
        HelpName = "FORMAT",
    };

    private static readonly Option<double> Rate = new("--rate")
    {
        Description = "Frames a second that are read and written.",
        HelpName = "N",
        DefaultValueFactory = _ => Core.VideoFormat.FramesPerSecond,
    };

    private static readonly Option<double> Start = new("--start") { Description = "Where to begin, in seconds.", HelpName = "SECONDS" };

    private static readonly Option<double?> Seconds = new("--seconds") { Description = "How much to take; all when absent.", HelpName = "SECONDS" };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "What came back: .mp4, .webm or .gif of a video, .png of an image, .wav of the sound. Without it there are only figures.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Picture = new("--picture")
    {
        Description = "Original frames above what came back, and spectrograms of the sound.",
        HelpName = "FILE.png",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "reconstruct",
            "Takes a file to tokens and back, and says how much of it came back and how many bits a second that took.",
            example: "reconstruct clip.mp4 --weights runs/video-tokenizer/weights --format 64x64 -o back.mp4 --picture compared.png")
        {
            Input,
            Format,
            Rate,
            Start,
            Seconds,
            Output,
            Picture,
            Json,
        };
        TokenizerOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = ReconstructionRequest.Of(
            parsed.GetRequiredValue(Input), parsed.GetValue(Format), parsed.GetValue(Rate), parsed.GetValue(Start), parsed.GetValue(Seconds));
        var info = await MediaReader.ProbeAsync(request.File, cancellationToken: cancellationToken);
        var targets = new Targets(parsed.GetValue(Output), parsed.GetValue(Picture)).Checked(request.File, info);
        using var tokenizers = TokenizerOptions.Open(parsed);
        var listing = await ProgressDisplay.RunAsync(
            "seconds", display => new Reconstructor(request, info, tokenizers, targets, display).RunAsync(cancellationToken));
        foreach (var file in new[] { listing.Output, listing.Picture }.OfType<string>())
            OutputFile.SayWritten(file);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, TrainerJson.Default.ReconstructionListing));
        else
            ReconstructionReport.Write(listing, Console.Out);
    }
}
