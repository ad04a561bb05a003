using System.Text.Json.Serialization;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>Writes listings as JSON without reflection, which is most of the time that a short program takes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(TaskListing[]))]
[JsonSerializable(typeof(LayoutListing))]
internal sealed partial class TasksJson : JsonSerializerContext;
