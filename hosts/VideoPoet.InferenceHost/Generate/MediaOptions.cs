using System.CommandLine;
using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The options that supply what a task conditions on.</summary>
internal static class MediaOptions
{
    // A year: far beyond any file, and a time span can say it.
    private const double LatestStart = 365 * 86_400;

    private static readonly Option<string> Prompt = new("--prompt") { Description = "What the text says.", HelpName = "TEXT" };

    private static readonly (MediaRole Role, Option<string> Option)[] Files =
    [
        File(MediaRole.FirstFrame, "--image", "The first frame: an image, or a video of which one picture is taken."),
        File(MediaRole.Video, "--video", "The video that the task looks at."),
        File(MediaRole.Sound, "--audio", "The sound that the task listens to, or a video with sound."),
        File(MediaRole.Mask, "--mask", "White where pixels are to be filled: an image, or a video as long as the one that it covers."),
    ];

    private static readonly Option<double> Start = new("--start")
    {
        Description = "Where the part that is taken of these files begins, in seconds.",
        HelpName = "SECONDS",
        Validators =
        {
            result =>
            {
                var start = result.GetValueOrDefault<double>();
                if (!(start >= 0 && start <= LatestStart))
                    result.AddError(FormattableString.Invariant($"--start must be from 0 to {LatestStart}, found {start}."));
            },
        },
    };

    private static readonly Option<bool> FromEnd = new("--from-end")
    {
        Description = "Take the last part of these files, such as the last second of a video that shall go on.",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Prompt, .. Files.Select(file => file.Option), Start, FromEnd];

    /// <summary>The prompt; null for none.</summary>
    public static string? ReadPrompt(ParseResult parsed) => parsed.GetValue(Prompt);

    /// <summary>The files.</summary>
    public static ValueList<SuppliedMedium> ReadFiles(ParseResult parsed) => (
        from file in Files
        let path = parsed.GetValue(file.Option)
        where path is not null
        select new SuppliedMedium(file.Role, path, parsed.GetValue(Start), parsed.GetValue(FromEnd))).ToValueList();

    /// <summary>The option that supplies something in a role, such as <c>--image</c>.</summary>
    public static string NameOf(MediaRole role) => OptionOf(role).Name;

    /// <summary>What is supplied in a role, as a sentence.</summary>
    public static string DescriptionOf(MediaRole role) => OptionOf(role).Description!;

    private static Option<string> OptionOf(MediaRole role) =>
        role == MediaRole.Prompt ? Prompt : Files.Single(file => file.Role == role).Option;

    private static (MediaRole Role, Option<string> Option) File(MediaRole role, string name, string description) =>
        (role, new(name)
        {
            Description = description,
            HelpName = "FILE",
            Validators =
            {
                result =>
                {
                    if (result.GetValueOrDefault<string>() is "")
                        result.AddError($"{name} needs the path of a file.");
                },
            },
        });
}
