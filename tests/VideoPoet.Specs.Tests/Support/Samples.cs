namespace VideoPoet.Specs.Tests.Support;

/// <summary>Specifications that are right, for tests to spoil.</summary>
internal static class Samples
{
    public const string Mixture = """
        tokenBudget: 16384
        stages:
          - name: images first
            until: 25%
            weights: { image: 0.9, video: 0.1 }
          - name: motion
            weights: { image: 0.1, video: 0.9 }
        tasks:
          text-to-image: { group: image, data: pictures }
          text-to-video: { group: video, data: clips, formats: [square-17] }
        data:
          clips: { shards: clips }
          pictures: { shards: pictures }

        """;

    /// <summary>The full name of a specification of the repository.</summary>
    public static string TaskSpec(string name) => Path.Combine(AppContext.BaseDirectory, "task-specs", name);
}
