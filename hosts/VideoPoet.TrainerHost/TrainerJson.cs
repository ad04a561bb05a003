using System.Text.Json.Serialization;
using VideoPoet.TrainerHost.Reconstruct;
using VideoPoet.TrainerHost.Tokenize;
using VideoPoet.TrainerHost.Toybox;
using VideoPoet.TrainerHost.Train;

namespace VideoPoet.TrainerHost;

/// <summary>Writes listings as JSON without reflection, which is most of the time that a short program takes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReconstructionListing))]
[JsonSerializable(typeof(TrainingListing))]
[JsonSerializable(typeof(TokenizingListing))]
[JsonSerializable(typeof(SceneListing))]
[JsonSerializable(typeof(VerdictListing))]
[JsonSerializable(typeof(MeasureListing))]
internal sealed partial class TrainerJson : JsonSerializerContext;
