using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using VideoPoet.Torch;

namespace VideoPoet.Training.Distributed;

/// <summary>Makes sure that all processes train the same.</summary>
internal static class RunAgreement
{
    private const string Code = "code";

    // Each machine may have its own.
    private static readonly string[] s_free = ["checkpoints:folder", "data:source"];

    /// <summary>Compares what each process was started with.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="values">Every value of the recipe, and what else must be the same, by its path.</param>
    /// <exception cref="TrainingException">A process was started with something else; all differences are named, in every process.</exception>
    public static void Check(IProcessGroup group, IReadOnlyDictionary<string, string> values)
    {
        var own = new SortedDictionary<string, string>(
            values.Where(value => !s_free.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value), StringComparer.Ordinal)
        {
            [Code] = typeof(RunAgreement).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        };
        var text = JsonSerializer.SerializeToUtf8Bytes(own);
        var hashes = group.AllGatherBytes(SHA256.HashData(text));
        if (hashes.All(hash => hash.AsSpan().SequenceEqual(hashes[0])))
            return;

        var all = group.AllGatherBytes(text).Select(bytes => JsonSerializer.Deserialize<Dictionary<string, string>>(bytes)!).ToArray();
        var differences = all.Index().Skip(1).SelectMany(process => all[0].Keys.Union(process.Item.Keys)
            .Where(path => all[0].GetValueOrDefault(path) != process.Item.GetValueOrDefault(path))
            .Select(path => $"{path} is {process.Item.GetValueOrDefault(path) ?? "absent"} for rank {process.Index}, "
                + $"{all[0].GetValueOrDefault(path) ?? "absent"} for rank 0"));
        throw new TrainingException($"the processes were not started with the same: {string.Join("; ", differences)}.");
    }
}
