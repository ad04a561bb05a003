using System.Text.Json.Serialization;
using VideoPoet.InferenceHost.Chains;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Writes and reads records, and writes listings; without reflection, which is most of the time that a short program takes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Sidecar))]
[JsonSerializable(typeof(ChainSidecar))]
[JsonSerializable(typeof(GenerationListing))]
[JsonSerializable(typeof(ChainListing))]
internal sealed partial class GenerateJson : JsonSerializerContext;
