using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Toybox;
using VideoPoet.TrainerHost.Toybox;
using static TorchSharp.torch;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>toybox measure</c>: how often the judge is right, on clips as they are drawn, made worse, or back from a tokenizer.</summary>
internal static class ToyboxMeasureVerb
{
    private static readonly Argument<string> Clips = ToyboxArguments.Clips("toybox:clips=2000,split=all");

    private static readonly Option<string> Size = ToyboxArguments.Size();

    private static readonly Option<int> Frames = new("--frames")
    {
        Description = "The frames of each clip that are judged.",
        DefaultValueFactory = _ => 17,
    };

    private static readonly Option<DamageKind> DamageOption = new("--damage")
    {
        Description = "What becomes of the frames: blur (a deviation of 1 pixel), half (half as large and back), noise (a deviation of 10 of 255), "
            + "blocks (what JPEG does at a quality of about 30).",
        DefaultValueFactory = _ => DamageKind.None,
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "How many clips are judged at a time.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "measure",
            "Says how often the judge reads random clips right; with --weights, what comes back from the video tokenizer's tokens.",
            example: "toybox measure toybox:clips=200,split=all --size 64x112 --damage blur")
        {
            Clips,
            Size,
            Frames,
            DamageOption,
            Threads,
            Json,
        };
        TokenizerOptions.AddOptionalTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var clips = new ToyboxClips(ToyboxOptions.Parse(parsed.GetRequiredValue(Clips)));
        var size = ToyboxArguments.SizeOf(parsed.GetRequiredValue(Size));
        var (frames, threads) = (parsed.GetValue(Frames), parsed.GetValue(Threads));
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1, "--frames");
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, "--threads");
        using var tokenizers = TokenizerOptions.OpenIfNamed(parsed);
        // Before any work: what is missing is said at once.
        var tokenizer = tokenizers?.Video;
        if (tokenizer is not null)
            VideoFormat.CheckFrames(frames);
        var damage = parsed.GetValue(DamageOption);
        var trial = await ProgressDisplay.RunAsync(
            "clips",
            display => Task.Run(() => JudgeTrial.Of(
                clips, size.Width, size.Height, frames,
                (index, drawn) => Damaged(damage, index, tokenizer is null ? drawn : ThereAndBack(tokenizer, drawn)),
                threads, new Telling(display), cancellationToken)));
        var listing = MeasureListing.Of(trial, clips.Count, $"{size.Width}x{size.Height}x{frames}", damage, tokenizers?.VideoFingerprint);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, TrainerJson.Default.MeasureListing));
        else
            listing.Write(Console.Out);
    }

    private static PixelFrames Damaged(DamageKind damage, int index, PixelFrames frames) => damage switch
    {
        DamageKind.None => frames,
        DamageKind.Blur => Damage.Blur(frames, sigma: 1),
        DamageKind.Half => Damage.HalveAndBack(frames),
        DamageKind.Noise => Damage.Noise(frames, sigma: 10, index),
        _ => Damage.Blocks(frames),
    };

    private static PixelFrames ThereAndBack(VideoTokenizer tokenizer, PixelFrames frames)
    {
        using var scope = NewDisposeScope();
        return PixelTensors.ToFrames(tokenizer.Decode(tokenizer.Encode(PixelTensors.ToTensor(frames))));
    }

    private sealed class Telling(IWorkDisplay display) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value) => display.Report(new(value.Done, value.All));
    }
}
