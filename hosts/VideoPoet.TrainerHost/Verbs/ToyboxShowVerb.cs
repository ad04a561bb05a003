using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Toybox;
using VideoPoet.TrainerHost.Toybox;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>toybox show</c>: writes clips with their sound, their captions and their truth.</summary>
internal static class ToyboxShowVerb
{
    private static readonly Argument<string> Clips = ToyboxArguments.Clips("toybox:clips=8");

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder that the files go into; files of the same names are replaced.",
        HelpName = "FOLDER",
        Required = true,
    };

    private static readonly Option<string> Size = ToyboxArguments.Size();

    public static Command Create()
    {
        var verb = new Verb(
            "show",
            "Writes clips: the video with its sound, a picture of frames, masks, depth and flow, and the caption and the truth as JSON.",
            example: "toybox show toybox:clips=4,seed=1,frames=17 -o toys --size 128x128")
        {
            Clips,
            Output,
            Size,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ToyboxOptions.Parse(parsed.GetRequiredValue(Clips));
        var size = ToyboxArguments.SizeOf(parsed.GetRequiredValue(Size));
        var clips = new ToyboxClips(options);
        var folder = Directory.CreateDirectory(parsed.GetRequiredValue(Output)).FullName;
        for (var index = 0; index < clips.Count; index++)
        {
            var frames = clips.ReadFrames(index, size.Width, size.Height, VideoFormat.FramesPerSecond);
            var sound = clips.ReadSound(index)!;
            var clip = MediaClip.Of(new() { Frames = frames, Sound = sound });
            var file = Path.Join(folder, index.ToString("D4", CultureInfo.InvariantCulture));
            await MediaWriter.WriteAsync(file + ".mp4", clip, cancellationToken);
            await MediaWriter.WriteAsync(file + ".wav", clip, cancellationToken);
            var truth = SceneTruth.Of(clips.SceneOf(index), size.Width, size.Height, frames.Count);
            var listing = SceneListing.Of(clips.SceneOf(index), clips.CaptionOf(index), truth);
            await MediaWriter.WritePictureAsync(file + ".png", TruthPicture.Draw(listing.Caption, frames, truth), cancellationToken);
            OutputFile.Write(file + ".json", JsonSerializer.Serialize(listing, TrainerJson.Default.SceneListing) + "\n");
            Console.Out.WriteLine($"{file}.mp4  {listing.Caption}");
        }
    }
}
