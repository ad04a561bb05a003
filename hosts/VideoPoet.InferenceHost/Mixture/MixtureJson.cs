using System.Text.Json.Serialization;

namespace VideoPoet.InferenceHost.Mixture;

/// <summary>Writes a mixture's listing as JSON without reflection, which is most of the time that a short program takes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(MixtureListing))]
internal sealed partial class MixtureJson : JsonSerializerContext;
