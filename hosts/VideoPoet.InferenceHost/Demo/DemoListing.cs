using System.Text.Json.Serialization;

namespace VideoPoet.InferenceHost.Demo;

/// <summary>What the demonstration made, for a program.</summary>
/// <param name="Page">The page.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="SecondsUntilFirst">How long it took until the first clip was there.</param>
/// <param name="Clips">The clips.</param>
/// <param name="LeftOut">What the model cannot do, each with the reason.</param>
internal sealed record DemoListing(
    string Page, double Seconds, double? SecondsUntilFirst, IReadOnlyList<DemoClipListing> Clips, IReadOnlyDictionary<string, string> LeftOut);

/// <summary>A clip.</summary>
/// <param name="Task">The task or the chain.</param>
/// <param name="Seed">What decides it.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Marks">What the judge read: the share that is right, by figure.</param>
internal sealed record DemoClipListing(string Task, long Seed, double Seconds, IReadOnlyDictionary<string, double> Marks);

/// <summary>Writes listings without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DemoListing))]
internal sealed partial class DemoJson : JsonSerializerContext;
