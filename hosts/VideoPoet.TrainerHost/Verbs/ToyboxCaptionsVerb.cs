using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.Toybox;
using VideoPoet.TrainerHost.Toybox;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>toybox captions</c>: writes the captions of clips, one a line, for a vocabulary to be made of.</summary>
internal static class ToyboxCaptionsVerb
{
    private static readonly Argument<string> Clips = ToyboxArguments.Clips("toybox:clips=1000");

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The text file that is written; one that is there is replaced.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create()
    {
        var verb = new Verb(
            "captions",
            "Writes the captions of clips into a text file, one a line.",
            example: "toybox captions toybox:clips=20000,seed=1 -o captions.txt")
        {
            Clips,
            Output,
        };
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var clips = new ToyboxClips(ToyboxOptions.Parse(parsed.GetRequiredValue(Clips)));
        var lines = Enumerable.Range(0, clips.Count).Select(index => clips.CaptionOf(index) + "\n");
        OutputFile.Write(parsed.GetRequiredValue(Output), string.Concat(lines));
    }
}
