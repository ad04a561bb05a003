using System.IO.Enumeration;

namespace VideoPoet.Architecture;

/// <summary>A project's place in the house.</summary>
/// <param name="Name">The project's name; <c>*</c> stands for any characters.</param>
/// <param name="Only">When given, the only projects below that it may name.</param>
/// <param name="Never">Projects below that it may not name.</param>
public sealed record Room(string Name, string[]? Only = null, string[]? Never = null)
{
    /// <summary>Whether a project lives in this room.</summary>
    public bool Holds(string project) => Matches(Name, project);

    /// <summary>Whether the room's own restrictions permit naming a project on a lower floor.</summary>
    public bool Permits(string project) =>
        (Only is null || Only.Any(name => Matches(name, project))) && !(Never ?? []).Any(name => Matches(name, project));

    private static bool Matches(string pattern, string project) => FileSystemName.MatchesSimpleExpression(pattern, project, ignoreCase: false);
}

/// <summary>The house's floors, lowest first: a project names projects on lower floors, none beside it and none above.</summary>
public static class Floors
{
    private static readonly Room[][] LowestFirst =
    [
        [new("VideoPoet.Core")],
        [new("VideoPoet.Discovery")],
        [new("VideoPoet.Specs")],
        [new("TorchSharp.System", Only: []), new("OpenCvSharp.System", Only: [])],
        [new("VideoPoet.Torch"), new("VideoPoet.Media"), new("VideoPoet.Toybox", Only: ["VideoPoet.Core"])],
        [new("VideoPoet.Models")],
        [new("VideoPoet.Data")],
        [new("VideoPoet.Training"), new("VideoPoet.Inference")],
        [new("VideoPoet.Evaluation", Never: ["VideoPoet.Training"])],
        [
            new("VideoPoet.Tasks.*", Only: ["VideoPoet.Core", "VideoPoet.Media", "VideoPoet.Models"]),
            new("VideoPoet.Views.*", Only: ["VideoPoet.Core", "VideoPoet.Media", "VideoPoet.Models"]),
            new("VideoPoet.Sources.*", Only: ["VideoPoet.Core", "VideoPoet.Media", "VideoPoet.Models", "VideoPoet.Toybox"]),
        ],
        [new("VideoPoet.CommandLine", Only: ["VideoPoet.Core", "VideoPoet.Discovery", "VideoPoet.Specs"])],
        [
            new("VideoPoet.InferenceHost", Never: ["VideoPoet.Tasks.*", "VideoPoet.Views.*", "VideoPoet.Sources.*"]),
            new("VideoPoet.TrainerHost", Never: ["VideoPoet.Tasks.*", "VideoPoet.Views.*", "VideoPoet.Sources.*"]),
            // What anybody's program needs is in the library.
            new("VideoPoet.Samples.*", Only: ["VideoPoet.Inference"]),
        ],
        [new("VideoPoet.Testing", Only: ["VideoPoet.Core", "VideoPoet.Discovery"])],
        [new("EngineMembers", Only: []), new("VideoPoet.Benchmarks")],
        [new("*.Tests")],
    ];

    /// <summary>Why a project may not name another, or null when it may.</summary>
    public static string? Objection(string from, string to)
    {
        var (floor, room) = Find(from);
        var (lower, _) = Find(to);
        return lower >= floor ? $"{from} names {to}, which is not on a lower floor"
            : !room.Permits(to) ? $"{from} names {to}, which its room does not permit"
            : null;
    }

    /// <summary>Whether a project has a room.</summary>
    public static bool Have(string project) => LowestFirst.Any(floor => floor.Any(room => room.Holds(project)));

    private static (int Floor, Room Room) Find(string project)
    {
        // From above: the tests of a plugin bear a plugin's name as well.
        var floor = Array.FindLastIndex(LowestFirst, rooms => rooms.Any(room => room.Holds(project)));
        return floor >= 0 ? (floor, LowestFirst[floor].First(room => room.Holds(project)))
            : throw new ArgumentException($"'{project}' has no floor; give it one in {nameof(Floors)}.cs.", nameof(project));
    }
}
