using System.CommandLine;
using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Tasks;

namespace VideoPoet.InferenceHost.Verbs;

/// <summary>The verb <c>tasks draw</c>: a picture of one task's sequence.</summary>
internal static class TasksDrawVerb
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The SVG file to write.",
        HelpName = "FILE.svg",
        Required = true,
    };

    public static Command Create()
    {
        var verb = new Verb(
            "draw",
            "Draws the sequence of a task as in the paper's Figure 3: lengths to scale, coloured by modality.",
            example: "tasks draw stylization --format square-17 -o stylization.svg")
        {
            Output,
        };
        LayoutOptions.AddTo(verb);
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var drawing = LayoutDrawing.Draw(LayoutOptions.Read(parsed));
        OutputFile.Write(parsed.GetRequiredValue(Output), drawing);
    }
}
